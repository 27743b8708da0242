package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.model.Right;

/** Whose everything is that belongs to no single person: settings, macros, shared views. Nobody can sign in by this id. */
record House(String id) implements Caller {
    static final House ALL = new House("*");

    @Override
    public String name() {
        return "Mortise";
    }

    @Override
    public String email() {
        return "";
    }

    @Override
    public boolean may(Right right) {
        return false;
    }
}
