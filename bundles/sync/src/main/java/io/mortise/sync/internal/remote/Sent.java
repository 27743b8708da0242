package io.mortise.sync.internal.remote;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Under which names the call that the present thread makes has let requests out of the house. */
final class Sent {
    private final ThreadLocal<Set<String>> sent = ThreadLocal.withInitial(LinkedHashSet::new);

    void begin() {
        sent.remove();
    }

    void note(String route) {
        sent.get().add(route);
    }

    List<String> routes() {
        return List.copyOf(sent.get());
    }

    /** Asked once, when the call has ended. */
    boolean any() {
        boolean any = !sent.get().isEmpty();
        sent.remove();
        return any;
    }
}
