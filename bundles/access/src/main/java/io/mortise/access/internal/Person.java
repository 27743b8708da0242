package io.mortise.access.internal;

import io.mortise.api.Caller;
import io.mortise.model.Right;
import java.util.Set;

/** Somebody, or a task of the platform, with the rights as they are now. */
record Person(String id, String name, String email, Set<String> roles, Set<String> rights) implements Caller {
    @Override
    public boolean may(Right right) {
        return rights.contains(right.name());
    }
}
