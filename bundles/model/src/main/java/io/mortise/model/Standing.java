package io.mortise.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one account may do at one system, in our rights and that system's organizations. A snapshot, good for a minute. */
public final class Standing {
    private final String user, role, email, account;
    private final Optional<Instant> until;
    private final Optional<Set<Ref>> reach;
    private final Set<Right> rights;
    private final List<String> warnings;

    private Standing(
            String user,
            String role,
            String email,
            String account,
            Optional<Instant> until,
            Optional<Set<Ref>> reach,
            Set<Right> rights,
            List<String> warnings) {
        this.user = user;
        this.role = role;
        this.email = email;
        this.account = account;
        this.until = until;
        this.reach = reach;
        this.rights = rights;
        this.warnings = warnings;
    }
    /** Reaches every organization and has no rights yet; narrow and grant below. */
    public static Standing of(String user, String role) {
        return new Standing(user, role, "", "", Optional.empty(), Optional.empty(), Set.of(), List.of());
    }

    /** The mailbox that the system knows this person by. */
    public Standing email(String address) {
        return new Standing(user, role, address, account, until, reach, rights, warnings);
    }

    /**
     * A mark of the vendor's account that is the same whichever address, user or key leads to it, and no other account's.
     * Only what the vendor tells of itself.
     */
    public Standing account(String mark) {
        return new Standing(user, role, email, mark, until, reach, rights, warnings);
    }

    /** When the login ends and can't be renewed without the person. */
    public Standing until(Instant end) {
        return new Standing(user, role, email, account, Optional.of(end), reach, rights, warnings);
    }

    public Standing within(Set<Ref> organizations) {
        return new Standing(
                user, role, email, account, until, Optional.of(Set.copyOf(organizations)), rights, warnings);
    }

    public Standing may(Set<Right> rights) {
        return new Standing(user, role, email, account, until, reach, Set.copyOf(rights), warnings);
    }
    /** A sentence for the admin: "This key has no Password Access." */
    public Standing warn(String sentence) {
        List<String> more =
                Stream.concat(warnings.stream(), Stream.of(sentence)).toList();
        return new Standing(user, role, email, account, until, reach, rights, more);
    }

    public String user() {
        return user;
    }

    public String role() {
        return role;
    }

    /** "" if the system doesn't tell. */
    public String email() {
        return email;
    }

    /** "" if the system tells nothing that marks it. */
    public String account() {
        return account;
    }

    /** Empty: it lasts until somebody ends it. */
    public Optional<Instant> until() {
        return until;
    }
    /** The organizations it reaches; empty means all. */
    public Optional<Set<Ref>> reach() {
        return reach;
    }

    public Set<Right> rights() {
        return rights;
    }

    public List<String> warnings() {
        return warnings;
    }
}
