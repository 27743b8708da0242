package io.mortise.sync.internal.files;

import io.mortise.api.Caller;
import io.mortise.model.Right;

/**
 * Who gave a file, as it is kept with it: by whose own login it is sent, also hours later. The rights here were asked for
 * when it was given; those at the system are the login's.
 */
public record Giver(String id, String name, String email) implements Caller {
    public static Giver of(Caller caller) {
        return new Giver(caller.id(), caller.name(), caller.email());
    }

    @Override
    public boolean may(Right right) {
        return false; // nobody acts here in the giver's absence
    }
}
