package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a vendor means by a status that isn't a success. The gate keeps 429 and 5xx for itself; what isn't listed is
 * REPORT. Immutable.
 */
public final class Statuses {
    /**
     * @param sentence for an admin: what to do
     * @param setting the one to look at; "" if none is meant
     */
    public record Meaning(Remedy remedy, String sentence, String setting) {
        Fault fault(String why) {
            Fault fault = Fault.of(remedy, why);
            return setting.isEmpty() ? fault : fault.about(setting);
        }
    }

    private final Map<Integer, Meaning> meanings;

    private Statuses(Map<Integer, Meaning> meanings) {
        this.meanings = meanings;
    }

    public static Statuses none() {
        return new Statuses(Map.of());
    }

    public Statuses means(int status, Remedy remedy, String sentence) {
        return means(status, remedy, sentence, "");
    }

    /** @param setting the one that an admin should look at */
    public Statuses means(int status, Remedy remedy, String sentence, String setting) {
        Map<Integer, Meaning> all = new TreeMap<>(meanings);
        all.put(status, new Meaning(remedy, sentence, setting));
        return new Statuses(all);
    }

    public Meaning of(int status) {
        return meanings.getOrDefault(status, new Meaning(Remedy.REPORT, "It answered with status " + status, ""));
    }
}
