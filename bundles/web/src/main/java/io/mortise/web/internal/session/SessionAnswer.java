package io.mortise.web.internal.session;

import java.util.List;

/**
 * Who is signed in.
 *
 * @param csrf to be repeated in X-CSRF-Token by every request that isn't a GET
 */
public record SessionAnswer(User user, List<String> roles, List<String> rights, String csrf) {
    public record User(String id, String name, String email) {}
}
