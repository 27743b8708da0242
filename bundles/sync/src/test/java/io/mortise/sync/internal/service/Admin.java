package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.model.Right;

/** Somebody who may do everything. */
final class Admin implements Caller {
    @Override
    public String id() {
        return "admin";
    }

    @Override
    public String name() {
        return "Admin";
    }

    @Override
    public String email() {
        return "admin@example.org";
    }

    @Override
    public boolean may(Right right) {
        return true;
    }
}
