package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records;
import io.mortise.model.Ref;
import io.mortise.model.User;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
}
