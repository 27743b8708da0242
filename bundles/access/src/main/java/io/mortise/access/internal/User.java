package io.mortise.access.internal;

import java.util.HashSet;
import java.util.Set;

/**
 * @param id what they sign in with
 * @param password as {@link Passwords} keeps it
 */
record User(String id, String name, String email, Role role, String password, boolean active) {
    Person person() {
        return new Person(id, name, email, Set.of(role.shown()), role.rights());
    }

    /** A script that comes with this user's token. */
    Person script() {
        Set<String> rights = new HashSet<>(role.rights());
        rights.remove(Role.TOKENS);
        return new Person(id, name, email, Set.of(role.shown()), Set.copyOf(rights));
    }
}
