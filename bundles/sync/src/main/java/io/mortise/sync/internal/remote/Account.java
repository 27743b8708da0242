package io.mortise.sync.internal.remote;

import io.mortise.model.Declared;
import io.mortise.model.EntityType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A connection as an admin has set it up.
 *
 * @param name that an admin has given it; "" if none
 * @param product the connector's id
 * @param settings without secrets
 * @param speaks two-way sync is on
 * @param equalNames organizations of equal, unique names are linked without asking
 * @param share of the vendor's request limits that is ours
 * @param speed how many times faster the vendor's clock runs; 1 but for a sandbox
 * @param poll between two passes over what changed; zero for the usual
 * @param paused types that stand still; "*" for all
 * @param without types that aren't synced with it
 * @param keys which set of its secrets counts: a new set is kept whole before a connection points to it
 */
public record Account(
        String id,
        String product,
        Map<String, String> settings,
        boolean enabled,
        boolean speaks,
        boolean equalNames,
        double share,
        double speed,
        Duration poll,
        Set<String> paused,
        Set<String> without,
        String keys,
        String name) {
    /** What of a vendor's limits is ours where nobody has said more or less. */
    public static final double USUAL_SHARE = 0.6;

    /** The setting that holds the SHA-256 of the one certificate that is accepted; any trusted one without it. */
    public static final String CERTIFICATE = "certificate";

    public Account {
        settings = Map.copyOf(settings);
        paused = Set.copyOf(paused);
        without = Set.copyOf(without);
    }

    /** All types are synced, with the first set of secrets. */
    public Account(
            String id,
            String product,
            Map<String, String> settings,
            boolean enabled,
            boolean speaks,
            boolean equalNames,
            double share,
            double speed,
            Duration poll,
            Set<String> paused) {
        this(id, product, settings, enabled, speaks, equalNames, share, speed, poll, paused, Set.of(), "", "");
    }

    /** As it is made by an admin: in a real world, reading as often as usual. */
    public static Account of(String id, String product) {
        return new Account(id, product, Map.of(), true, false, false, USUAL_SHARE, 1, Duration.ZERO, Set.of());
    }

    public Account settings(Map<String, String> other) {
        return new Account(
                id, product, other, enabled, speaks, equalNames, share, speed, poll, paused, without, keys, name);
    }

    public Account keys(String set) {
        return new Account(
                id, product, settings, enabled, speaks, equalNames, share, speed, poll, paused, without, set, name);
    }

    public Account name(String given) {
        return new Account(
                id, product, settings, enabled, speaks, equalNames, share, speed, poll, paused, without, keys, given);
    }

    public Account enabled(boolean on) {
        return new Account(
                id, product, settings, on, speaks, equalNames, share, speed, poll, paused, without, keys, name);
    }

    public Account pausing(String type, boolean pauses) {
        Set<String> types = new TreeSet<>(paused);
        if (pauses) types.add(type);
        else types.remove(type);
        return new Account(
                id, product, settings, enabled, speaks, equalNames, share, speed, poll, types, without, keys, name);
    }

    public boolean isPaused(String type) {
        return paused.contains("*") || paused.contains(type);
    }

    /** A note whose ticket isn't exchanged isn't either. */
    public boolean syncs(String type) {
        return !without.contains(type)
                && Declared.type(type)
                        .flatMap(EntityType::within)
                        .filter(above -> above.targets().size() == 1)
                        .flatMap(above -> above.targets().stream().findFirst())
                        .filter(above -> !above.equals(type))
                        .map(this::syncs)
                        .orElse(true);
    }

    /** The SHA-256 of the one certificate that is accepted; empty if any trusted one is. */
    public Optional<String> pin() {
        return Optional.ofNullable(settings.get(CERTIFICATE)).filter(pin -> !pin.isEmpty());
    }

    public Timing timing(Duration settles) {
        Timing usual = new Timing(
                Timing.USUAL.poll(), Timing.USUAL.sweep(), settles, Timing.USUAL.search(), Timing.USUAL.proof());
        Timing fast = usual.faster(speed);
        return poll.isZero() ? fast : new Timing(poll, fast.sweep(), fast.settles(), fast.search(), fast.proof());
    }
}
