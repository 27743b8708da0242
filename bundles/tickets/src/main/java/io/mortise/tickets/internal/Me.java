package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Connections.Playing;
import io.mortise.api.Find;
import io.mortise.api.Records;
import io.mortise.model.Ref;
import io.mortise.model.User;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The person as the connected systems know them: by their mailbox. */
final class Me {
    private final Records records;

    Me(Records records) {
        this.records = records;
    }

    /** Empty where no system knows the mailbox. */
    List<Ref> all(Caller caller) {
        if (caller.email().isBlank()) return List.of();
        String mailbox = caller.email().strip().toLowerCase(Locale.ROOT);
        Find find = Find.all(User.TYPE).is(User.EMAIL, mailbox).page(Optional.empty(), 10);
        return records.list(caller, find).items().stream()
                .map(user -> user.ref())
                .toList();
    }

    /** Those of them that are at one of these systems. */
    List<Ref> at(Caller caller, List<Playing> systems) {
        Set<String> ids = systems.stream().map(Playing::id).collect(Collectors.toSet());
        return all(caller).stream()
                .filter(ref -> records.links(caller, ref).stream()
                        .anyMatch(link -> ids.contains(link.connection())
                                && !link.externalId().isEmpty()))
                .toList();
    }
}
