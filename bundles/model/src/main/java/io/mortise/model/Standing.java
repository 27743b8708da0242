package io.mortise.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one account may do at one system, in our rights and that system's organizations. A snapshot, good for a minute. */
public final class Standing {
    private final String user, role;
    private final Optional<Set<Ref>> reach;
    private final Set<Right> rights;
    private final List<String> warnings;

    private Standing(String user, String role, Optional<Set<Ref>> reach, Set<Right> rights, List<String> warnings) {
        this.user = user;
        this.role = role;
        this.reach = reach;
        this.rights = rights;
        this.warnings = warnings;
    }
    /** Reaches every organization and has no rights yet; narrow and grant below. */
    public static Standing of(String user, String role) {
        return new Standing(user, role, Optional.empty(), Set.of(), List.of());
    }

    public Standing within(Set<Ref> organizations) {
        return new Standing(user, role, Optional.of(Set.copyOf(organizations)), rights, warnings);
    }

    public Standing may(Set<Right> rights) {
        return new Standing(user, role, reach, Set.copyOf(rights), warnings);
    }
    /** A sentence for the admin: "This key has no Password Access." */
    public Standing warn(String sentence) {
        return new Standing(
                user,
                role,
                reach,
                rights,
                java.util.stream.Stream.concat(warnings.stream(), java.util.stream.Stream.of(sentence))
                        .toList());
    }

    public String user() {
        return user;
    }

    public String role() {
        return role;
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
