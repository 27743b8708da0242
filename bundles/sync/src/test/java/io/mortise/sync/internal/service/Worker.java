package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.model.Right;
import java.util.Set;

/** Somebody who may do everything but what is named. */
record Worker(String id, Set<String> without) implements Caller {
    Worker(String id) {
        this(id, Set.of());
    }

    @Override
    public String name() {
        return "Worker " + id;
    }

    @Override
    public String email() {
        return id + "@cabinet.example";
    }

    @Override
    public boolean may(Right right) {
        return !without.contains(right.name());
    }
}
