package io.mortise.access.internal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A named set of rights. */
enum Role {
    ADMIN(
            "admin",
            with(
                    all("read", "edit"),
                    desk("ticket", "ticketNote", "timeLog", "attachment"),
                    "sync.read",
                    "sync.run",
                    "sync.match",
                    "admin",
                    "modules.manage",
                    "connections.manage",
                    Role.TOKENS)),
    TECHNICIAN(
            "technician",
            with(
                    all("read", "edit"),
                    desk("ticket", "ticketNote", "timeLog", "attachment"),
                    "sync.read",
                    "sync.match",
                    Role.TOKENS)),
    DISPATCHER(
            "dispatcher",
            with(
                    all("read"),
                    desk("ticket", "ticketNote", "attachment"),
                    "contact.edit",
                    "location.edit",
                    "sync.read",
                    Role.TOKENS)),
    READER("reader", with(all("read"), Role.TOKENS));

    /** To make and end tokens of one's own. */
    static final String TOKENS = "tokens.use";

    private final String shown;
    private final Set<String> rights;

    Role(String shown, Set<String> rights) {
        this.shown = shown;
        this.rights = rights;
    }

    String shown() {
        return shown;
    }

    Set<String> rights() {
        return rights;
    }

    static Role of(String shown) {
        return Stream.of(values())
                .filter(role -> role.shown.equals(shown))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no role " + shown));
    }

    private static Set<String> all(String... verbs) {
        Stream<String> records = Stream.of("organization", "location", "contact", "configuration")
                .flatMap(type -> Stream.of(verbs).map(verb -> type + "." + verb));
        return Stream.concat(records, documented()).collect(Collectors.toUnmodifiableSet());
    }

    /** Secrets and files everybody may ask for: the rights of the person's own login decide then. */
    private static Stream<String> documented() {
        return Stream.of(
                "password.read",
                "password.reveal",
                "attachment.read",
                "documentationItem.read",
                "checklistTemplate.read",
                "ticket.read",
                "ticketNote.read",
                "timeLog.read",
                "expense.read",
                "alert.read",
                "lookup.read",
                "user.read");
    }

    /** What of the service desk may be made and changed. */
    private static Set<String> desk(String... types) {
        return Stream.of(types).map(type -> type + ".edit").collect(Collectors.toUnmodifiableSet());
    }

    /** Names and whole sets of them, joined. */
    private static Set<String> with(Set<String> names, Set<String> others, String... more) {
        return with(Stream.concat(names.stream(), others.stream()).collect(Collectors.toUnmodifiableSet()), more);
    }

    private static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
