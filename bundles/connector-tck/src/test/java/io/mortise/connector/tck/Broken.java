package io.mortise.connector.tck;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** The names of the rules that are broken; one that is skipped isn't. */
final class Broken {
    private Broken() {}

    static List<String> of(DynamicNode rules) {
        List<String> broken = new ArrayList<>();
        ((DynamicContainer) rules).getChildren().forEach(child -> {
            DynamicTest test = (DynamicTest) child;
            try {
                test.getExecutable().execute();
            } catch (TestAbortedException skipped) {
                return;
            } catch (Throwable failure) {
                broken.add(test.getDisplayName());
            }
        });
        return broken;
    }
}
