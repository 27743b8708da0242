package io.mortise.sandbox.internal.itglue;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who speaks to the API.
 *
 * @param id of the user, or the key itself
 * @param role of the user; empty for a key, which reaches everything
 * @param readsPasswords whether password values may be shown
 */
record Caller(String id, String name, Optional<Role> role, boolean readsPasswords) {
    /** Somebody in IT Glue's own screens, on whom no rule of the API is tested. */
    static final Caller PERSON = new Caller("person", "Dana Whitfield", Optional.empty(), true);

    static Caller key(String key, boolean readsPasswords) {
        return new Caller(key, "API Key", Optional.empty(), readsPasswords);
    }

    boolean isUser() {
        return role.isPresent();
    }

    boolean isAdministrator() {
        return role.filter(Role.ADMINISTRATOR::equals).isPresent();
    }

    boolean may(Predicate<Role> right) {
        return role.map(right::test).orElse(true);
    }
}
