package io.mortise.sync.internal.service;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A person's own login at one connected system, without its secrets.
 *
 * @param user the person's id here
 * @param version that of the document it is kept in; 0 for one that isn't
 * @param settings the person's own
 * @param place the connection's settings when it was made; empty until it was used first
 * @param keys which set of secrets counts
 * @param who as the system told it last
 * @param lost why it doesn't work any more; "" while it does
 */
record Login(
        String connection,
        String user,
        long version,
        Map<String, String> settings,
        Map<String, String> place,
        String keys,
        Who who,
        Instant since,
        String lost) {
    /**
     * @param ends when it can't be renewed without the person
     * @param extent empty until the system has told it
     */
    record Who(String name, String email, String role, Optional<Instant> ends, Optional<Extent> extent) {
        static final Who UNKNOWN = new Who("", "", "", Optional.empty(), Optional.empty());
    }

    Login {
        settings = Map.copyOf(settings);
        place = Map.copyOf(place);
    }

    Login seen(Who now, Map<String, String> at) {
        return new Login(connection, user, version, settings, at, keys, now, since, "");
    }

    Login reaching(Extent extent) {
        Who still = new Who(who.name(), who.email(), who.role(), who.ends(), Optional.of(extent));
        return new Login(connection, user, version, settings, place, keys, still, since, lost);
    }

    Login lost(String why) {
        return new Login(connection, user, version, settings, place, keys, who, since, why);
    }

    Login keys(String set) {
        return new Login(connection, user, version, settings, place, set, who, since, lost);
    }

    boolean isOver(Instant now) {
        return who.ends().filter(end -> !end.isAfter(now)).isPresent();
    }
}
