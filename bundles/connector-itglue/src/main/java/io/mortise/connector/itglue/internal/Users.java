package io.mortise.connector.itglue.internal;

import io.mortise.connector.Lane;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Mapping;
import io.mortise.model.User;
import java.time.Clock;
import java.util.List;

/** The people of the account, with the role that bounds what they may do. Never written. */
final class Users {
    static final Mapping MAPPING = Mapping.empty()
            .shown(User.FIRST_NAME, "first-name")
            .shown(User.LAST_NAME, "last-name")
            .shown(User.EMAIL, "email")
            .shown(User.DOCS_ROLE, "role-name");

    private final Resource resource;
    private final Feeds feeds;

    Users(Api api, Clock clock) {
        this.resource = new Resource(api, User.TYPE, "users", MAPPING, List.of());
        this.feeds = new Feeds(resource, clock);
    }

    Lane lane() {
        return Lane.of(User.TYPE).feeds(feeds.sweep()).fetch(resource::fetch);
    }
}
