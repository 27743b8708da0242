package io.mortise.connector;

import io.mortise.model.Part;
import io.mortise.model.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A product and what connecting to it takes. Immutable; each method below returns a changed copy. */
public final class Descriptor {
    /** At most {@code limit} requests in every {@code window}: for the whole account, or for each route of it. */
    public record Rate(int limit, Duration window, boolean eachRoute) {
        public static Rate account(int limit, Duration window) {
            return new Rate(limit, window, false);
        }

        public static Rate route(int limit, Duration window) {
            return new Rate(limit, window, true);
        }
    }

    /**
     * The vendor calls us when something has changed there.
     *
     * @param secret the setting, an optional secret, whose value its calls are signed with; without it they prove nothing and
     *     are heeded less often
     * @param guide what an admin does there, a sentence or two for each step; the address to enter is shown beside
     */
    public record Hook(String secret, List<String> guide) {
        public Hook {
            guide = List.copyOf(guide);
        }
    }

    private final String id, name;
    private final Part part;
    private final Function<Connection, String> base;
    private final List<Setting> settings, personal;
    private final List<Rate> rates;
    private final Duration settles;
    private final int mapping;
    private final boolean onPremise;
    private final List<String> addressed;
    private final Function<Connection, List<String>> others;
    private final Optional<Hook> hook;

    private Descriptor(
            String id,
            String name,
            Part part,
            Function<Connection, String> base,
            List<Setting> settings,
            List<Setting> personal,
            List<Rate> rates,
            Duration settles,
            int mapping,
            boolean onPremise,
            List<String> addressed,
            Function<Connection, List<String>> others,
            Optional<Hook> hook) {
        this.id = id;
        this.name = name;
        this.part = part;
        this.base = base;
        this.settings = settings;
        this.personal = personal;
        this.rates = rates;
        this.settles = settles;
        this.mapping = mapping;
        this.onPremise = onPremise;
        this.addressed = addressed;
        this.others = others;
        this.hook = hook;
    }

    private Descriptor with(List<Setting> asked, List<Setting> own, List<Rate> limits) {
        return new Descriptor(
                id, name, part, base, asked, own, limits, settles, mapping, onPremise, addressed, others, hook);
    }

    /** @param base the root of all addresses, from the settings; the only host the session may call */
    public static Descriptor of(String id, String name, Part part, Function<Connection, String> base) {
        return new Descriptor(
                id,
                name,
                part,
                base,
                List.of(),
                List.of(),
                List.of(),
                Duration.ofMinutes(2),
                1,
                false,
                List.of(),
                c -> List.of(),
                Optional.empty());
    }

    public Descriptor settings(Setting... asked) {
        return with(List.of(asked), personal, rates);
    }
    /** What each technician adds to connect in person; with any, Live and saves use the person's own session. */
    public Descriptor personal(Setting... asked) {
        return with(settings, List.of(asked), rates);
    }

    public Descriptor rates(Rate... rates) {
        return with(settings, personal, List.of(rates));
    }
    /** After this long a request without an answer has landed and shows everywhere, or never will. 2 minutes if not said. */
    public Descriptor settles(Duration after) {
        return new Descriptor(
                id, name, part, base, settings, personal, rates, after, mapping, onPremise, addressed, others, hook);
    }
    /** Raise it when fields are read differently than before, so that a new reading isn't taken for a million edits. */
    public Descriptor mapping(int version) {
        return new Descriptor(
                id, name, part, base, settings, personal, rates, settles, version, onPremise, addressed, others, hook);
    }

    /** Customers run it in houses of their own, so its address may be a private one or this machine's. */
    public Descriptor onPremise() {
        return new Descriptor(
                id, name, part, base, settings, personal, rates, settles, mapping, true, addressed, others, hook);
    }

    /**
     * The settings that say which system it is: the address, or what it follows from, first. Two connections that are
     * equal in all of them are the same system, which is connected once. All settings but secrets if not said.
     */
    public Descriptor addressed(String... settings) {
        return new Descriptor(
                id,
                name,
                part,
                base,
                this.settings,
                personal,
                rates,
                settles,
                mapping,
                onPremise,
                List.of(settings),
                others,
                hook);
    }

    /** Roots of other addresses that a session may call, without its token: where people sign in, where files lie. */
    public Descriptor others(Function<Connection, List<String>> roots) {
        return new Descriptor(
                id, name, part, base, settings, personal, rates, settles, mapping, onPremise, addressed, roots, hook);
    }

    /** @see Hook */
    public Descriptor hook(String secret, String... guide) {
        Hook calls = new Hook(secret, List.of(guide));
        return new Descriptor(
                id,
                name,
                part,
                base,
                settings,
                personal,
                rates,
                settles,
                mapping,
                onPremise,
                addressed,
                others,
                Optional.of(calls));
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Part part() {
        return part;
    }

    public String base(Connection c) {
        return base.apply(c);
    }

    public List<String> others(Connection c) {
        return others.apply(c);
    }

    /** How it calls us; empty if it doesn't. */
    public Optional<Hook> hook() {
        return hook;
    }

    public List<Setting> settings() {
        return settings;
    }

    public List<Setting> personal() {
        return personal;
    }

    public List<Rate> rates() {
        return rates;
    }

    public Duration settles() {
        return settles;
    }

    public int mapping() {
        return mapping;
    }

    public List<String> addressed() {
        if (!addressed.isEmpty()) return addressed;
        return settings.stream()
                .filter(setting -> setting.form() != Setting.Form.SECRET)
                .map(Setting::name)
                .toList();
    }

    public boolean isOnPremise() {
        return onPremise;
    }
}
