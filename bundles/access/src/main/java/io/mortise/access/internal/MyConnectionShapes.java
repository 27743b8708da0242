package io.mortise.access.internal;

import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Mine;
import io.mortise.model.Choice;
import io.mortise.model.Secret;
import io.mortise.model.Setting;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A person's own logins as JSON. Secrets only go in, and none of these prints one. */
public final class MyConnectionShapes {
    private MyConnectionShapes() {}

    /** One line of the form. @param form text, secret, flag or choice */
    public record Line(String name, String label, String help, String form, List<Choice> choices, boolean optional) {
        static Line of(Setting s) {
            String form = s.form().name().toLowerCase(Locale.ROOT);
            return new Line(s.name(), s.label(), s.help(), form, s.choices(), s.isOptional());
        }
    }

    /**
     * A system, and your login there.
     *
     * @param version 0 while there is no login
     * @param state NOT_CONNECTED, CONNECTED or LOST
     * @param user what the system calls you
     * @param email by which the system knows you; "" if it doesn't tell
     * @param ends when you must connect again; absent if the login renews itself
     * @param trouble why you aren't connected, in plain words
     * @param secrets names of those that are kept
     */
    public record Shown(
            String id,
            long version,
            String product,
            String name,
            String part,
            String state,
            String user,
            String email,
            String role,
            Optional<Instant> since,
            Optional<Instant> ends,
            String trouble,
            List<Line> form,
            Map<String, String> settings,
            Set<String> secrets) {
        static Shown of(Mine m) {
            return new Shown(
                    m.id(),
                    m.version(),
                    m.product(),
                    m.name(),
                    m.part().name(),
                    m.state().name(),
                    m.user(),
                    m.email(),
                    m.role(),
                    m.since(),
                    m.ends(),
                    m.trouble(),
                    m.form().stream().map(Line::of).toList(),
                    m.settings(),
                    new TreeSet<>(m.secrets()));
        }
    }

    /** @param asAnother true: the system knows me by another mailbox, and that is me, too */
    public record Given(
            Optional<Map<String, String>> settings,
            Optional<Map<String, String>> secrets,
            Optional<Boolean> asAnother) {
        Draft draft() {
            Map<String, Secret> sealed = new TreeMap<>();
            secrets.orElse(Map.of()).forEach((name, text) -> sealed.put(name, Secret.of(text)));
            return new Draft(settings.orElse(Map.of()), sealed);
        }

        @Override
        public String toString() {
            return "a login";
        }
    }
}
