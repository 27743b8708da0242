package io.mortise.records.internal;

import io.mortise.api.Caller;
import io.mortise.model.Right;
import java.util.Set;

/** Who may do what is named. */
record Someone(Set<String> rights) implements Caller {
    @Override
    public String id() {
        return "somebody";
    }

    @Override
    public String name() {
        return "Somebody";
    }

    @Override
    public String email() {
        return "somebody@example.org";
    }

    @Override
    public boolean may(Right right) {
        return rights.contains(right.name());
    }
}
