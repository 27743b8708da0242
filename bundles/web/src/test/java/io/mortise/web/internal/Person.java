package io.mortise.web.internal;

import io.mortise.api.Caller;
import io.mortise.model.Right;
import java.util.Set;

record Person(String id, String name, String email, Set<String> rights) implements Caller {
    static Person named(String name, String... rights) {
        return new Person("p-" + name, name, name + "@example.com", Set.of(rights));
    }

    @Override
    public boolean may(Right right) {
        return rights.contains(right.name());
    }
}
