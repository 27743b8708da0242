package io.mortise.connector.itglue.internal;

import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Mapping;
import io.mortise.model.ConfigurationInterface;
import java.time.Clock;
import java.util.List;

/** Network interfaces of configurations; the primary one is written with its configuration. */
final class Interfaces {
    static final Mapping MAPPING = Mapping.empty()
            .shown(ConfigurationInterface.NAME, "name")
            .shown(ConfigurationInterface.IP, "ip-address")
            .shown(ConfigurationInterface.MAC, "mac-address")
            .shownFlag(ConfigurationInterface.PRIMARY, "primary")
            .shown(ConfigurationInterface.NOTE, "notes");

    private final Children children;

    Interfaces(Api api, Clock clock) {
        children = new Children(
                api,
                clock,
                ConfigurationInterface.TYPE,
                ConfigurationInterface.CONFIGURATION,
                "configuration-interfaces",
                MAPPING,
                List.of(Parents.CONFIGURATIONS));
    }

    Lane lane() {
        return Lane.of(ConfigurationInterface.TYPE)
                .feeds(children.feeds().toArray(Feed[]::new))
                .fetch(children::fetch);
    }
}
