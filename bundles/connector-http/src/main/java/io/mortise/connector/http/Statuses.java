package io.mortise.connector.http;

import io.mortise.connector.Fault.Remedy;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a vendor means by a status that isn't a success. The gate keeps 429 and 5xx for itself; what isn't listed is
 * REPORT. Immutable.
 */
public final class Statuses {
    /** @param sentence for an admin: what to do */
    public record Meaning(Remedy remedy, String sentence) {}

    private final Map<Integer, Meaning> meanings;

    private Statuses(Map<Integer, Meaning> meanings) {
        this.meanings = meanings;
    }

    public static Statuses none() {
        return new Statuses(Map.of());
    }

    public Statuses means(int status, Remedy remedy, String sentence) {
        Map<Integer, Meaning> all = new TreeMap<>(meanings);
        all.put(status, new Meaning(remedy, sentence));
        return new Statuses(all);
    }

    public Meaning of(int status) {
        return meanings.getOrDefault(status, new Meaning(Remedy.REPORT, "It answered with status " + status));
    }
}
