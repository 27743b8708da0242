package io.mortise.sync.internal.remote;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A connection as an admin has set it up.
 *
 * @param product the connector's id
 * @param settings without secrets
 * @param speaks two-way sync is on
 * @param equalNames organizations of equal, unique names are linked without asking
 * @param share of the vendor's request limits that is ours
 * @param speed how many times faster the vendor's clock runs; 1 but for a sandbox
 * @param poll between two passes over what changed; zero for the usual
 * @param paused types that stand still; "*" for all
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
        Set<String> paused) {
    public Account {
        settings = Map.copyOf(settings);
        paused = Set.copyOf(paused);
    }

    public boolean isPaused(String type) {
        return paused.contains("*") || paused.contains(type);
    }

    public Timing timing(Duration settles) {
        Timing usual = new Timing(
                Timing.USUAL.poll(), Timing.USUAL.sweep(), settles, Timing.USUAL.search(), Timing.USUAL.proof());
        Timing fast = usual.faster(speed);
        return poll.isZero() ? fast : new Timing(poll, fast.sweep(), fast.settles(), fast.search(), fast.proof());
    }
}
