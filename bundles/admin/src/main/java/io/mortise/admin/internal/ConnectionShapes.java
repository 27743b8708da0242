package io.mortise.admin.internal;

import io.mortise.api.Connections.Certificate;
import io.mortise.api.Connections.Connection;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Hook;
import io.mortise.api.Connections.Outcome;
import io.mortise.api.Connections.Product;
import io.mortise.api.Connections.Terms;
import io.mortise.model.Choice;
import io.mortise.model.Secret;
import io.mortise.model.Setting;
import io.mortise.model.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Connections as JSON: what goes in and what comes out. Secrets only go in, and none of these prints one. */
public final class ConnectionShapes {
    private ConnectionShapes() {}

    /** @param onPremise may stand in a house of the customer's: one certificate of it may be pinned */
    public record ProductShown(String id, String name, String part, boolean onPremise, List<SettingShown> settings) {
        static ProductShown of(Product p) {
            return new ProductShown(
                    p.id(),
                    p.name(),
                    p.part().name(),
                    p.onPremise(),
                    p.settings().stream().map(SettingShown::of).toList());
        }
    }

    /** One line of the form. @param form text, secret, flag or choice */
    public record SettingShown(
            String name, String label, String help, String form, List<Choice> choices, boolean optional) {
        static SettingShown of(Setting s) {
            return new SettingShown(
                    s.name(),
                    s.label(),
                    s.help(),
                    s.form().name().toLowerCase(Locale.ROOT),
                    s.choices(),
                    s.isOptional());
        }
    }

    /**
     * One connected system.
     *
     * @param name what it is called; ownName is the one that it was given, "" for its product's
     * @param secrets names of those that are set
     * @param share of the vendor's request limits that is used, above 0 and up to 1
     * @param types that can be synced, as far as it is known
     * @param without types that aren't synced with it
     * @param state untested, connected, refused, unreachable or paused
     * @param trouble in plain words; "" when all is well
     * @param hook for a system that calls when something has changed there
     */
    public record ConnectionShown(
            String id,
            long version,
            String product,
            String name,
            String ownName,
            String part,
            Map<String, String> settings,
            Set<String> secrets,
            boolean enabled,
            boolean twoWay,
            boolean linkEqualNames,
            double share,
            List<String> types,
            Set<String> without,
            String state,
            String trouble,
            Optional<HookShown> hook) {
        static ConnectionShown of(Connection c) {
            return new ConnectionShown(
                    c.id(),
                    c.version(),
                    c.product(),
                    c.name(),
                    c.ownName(),
                    c.part().name(),
                    c.settings(),
                    new TreeSet<>(c.secrets()),
                    c.enabled(),
                    c.twoWay(),
                    c.linkEqualNames(),
                    c.share(),
                    c.types(),
                    new TreeSet<>(c.without()),
                    c.state().name().toLowerCase(Locale.ROOT),
                    c.trouble(),
                    c.hook().map(hook -> HookShown.of(c.id(), hook)));
        }
    }

    /**
     * How a system calls.
     *
     * @param path of the address to enter there, below this server's own
     * @param guide what to do there, step by step
     * @param signed whether the secret is set here that its calls are signed with
     * @param heard when it called last; absent if it never did
     * @param refused when a call in its name was refused last, since the start
     */
    public record HookShown(
            String path, List<String> guide, boolean signed, Optional<Instant> heard, Optional<Instant> refused) {
        static HookShown of(String connection, Hook hook) {
            return new HookShown("/hooks/" + connection, hook.guide(), hook.signed(), hook.heard(), hook.refused());
        }
    }

    /** @param connection a kept one, whose secrets are used where they are left out */
    public record TestAsked(
            String product,
            Map<String, String> settings,
            Optional<Map<String, String>> secrets,
            Optional<String> connection) {
        Draft draft() {
            return drafted(settings, secrets);
        }

        @Override
        public String toString() {
            return "a test of " + product;
        }
    }

    /**
     * What a test came to.
     *
     * @param trouble in plain words; "" when it works
     * @param setting the one to look at
     * @param certificate that the server showed and that isn't trusted; its fingerprint as the setting "certificate"
     *     pins it
     */
    public record Tested(
            boolean works,
            String user,
            String role,
            List<String> warnings,
            List<String> types,
            String trouble,
            Optional<String> setting,
            Optional<Certificate> certificate) {
        static Tested of(Outcome o) {
            return new Tested(
                    o.standing().isPresent(),
                    o.standing().map(Standing::user).orElse(""),
                    o.standing().map(Standing::role).orElse(""),
                    o.standing().map(Standing::warnings).orElse(List.of()),
                    o.types(),
                    o.trouble(),
                    o.setting(),
                    o.certificate());
        }
    }

    /** A connection to be made. @param untested kept although nobody has tried it */
    public record Made(
            String product,
            Map<String, String> settings,
            Optional<Map<String, String>> secrets,
            Optional<String> name,
            Optional<Boolean> enabled,
            Optional<Boolean> twoWay,
            Optional<Boolean> linkEqualNames,
            Optional<Double> share,
            Optional<List<String>> without,
            Optional<Boolean> untested) {
        Draft draft() {
            return drafted(settings, secrets);
        }

        Terms terms() {
            return new Terms(name, enabled, twoWay, linkEqualNames, share, without.map(Set::copyOf));
        }

        @Override
        public String toString() {
            return "a connection to " + product;
        }
    }

    /** A connection as it shall be. What is left out of all but the settings stays as it is. */
    public record Given(
            Map<String, String> settings,
            Optional<Map<String, String>> secrets,
            Optional<String> name,
            Optional<Boolean> enabled,
            Optional<Boolean> twoWay,
            Optional<Boolean> linkEqualNames,
            Optional<Double> share,
            Optional<List<String>> without,
            Optional<Boolean> untested) {
        Draft draft() {
            return drafted(settings, secrets);
        }

        Terms terms() {
            return new Terms(name, enabled, twoWay, linkEqualNames, share, without.map(Set::copyOf));
        }

        @Override
        public String toString() {
            return "changes of a connection";
        }
    }

    private static Draft drafted(Map<String, String> settings, Optional<Map<String, String>> secrets) {
        Map<String, Secret> sealed = new TreeMap<>();
        secrets.ifPresent(all -> all.forEach((name, text) -> sealed.put(name, Secret.of(text))));
        return new Draft(settings, sealed);
    }
}
