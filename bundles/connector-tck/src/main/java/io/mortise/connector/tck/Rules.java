package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Fault;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Some rules about one thing. */
final class Rules {
    private final String about;
    private final List<DynamicNode> tests = new ArrayList<>();

    Rules(String about) {
        this.about = about;
    }

    Rules rule(String sentence, Executable check) {
        tests.add(DynamicTest.dynamicTest(sentence, check));
        return this;
    }

    DynamicNode all() {
        return DynamicContainer.dynamicContainer(about, tests);
    }

    interface Attempt {
        void go() throws Fault;
    }

    static Fault fault(Attempt attempt) {
        try {
            attempt.go();
        } catch (Fault fault) {
            return fault;
        }
        throw new AssertionError("It was accepted");
    }

    /** All but its dates is shown still; those aren't mentioned rather than shown as none. */
    static void spared(EntityType type, Observation sound, Observation spoiled) {
        agree(type, sound, spoiled);
        assertThat(spoiled.isHint()).isEqualTo(sound.isHint());
        for (Field<?> field : type.fields())
            if (field.kind() != (Kind<?>) Kind.DAY && field.kind() != (Kind<?>) Kind.MOMENT)
                assertThat(spoiled.fields().mentions(field))
                        .as("%s of %s", field, sound.ref())
                        .isEqualTo(sound.fields().mentions(field));
    }

    /** What both mention is equal. */
    static void agree(EntityType type, Observation one, Observation other) {
        for (Field<?> field : type.fields())
            if (one.fields().mentions(field) && other.fields().mentions(field) && !field.isFleeting())
                assertThat(other.fields().get(field))
                        .as("%s of %s", field, one.ref())
                        .isEqualTo(one.fields().get(field));
    }
}
