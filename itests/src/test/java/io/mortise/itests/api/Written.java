package io.mortise.itests.api;

import io.mortise.itests.Product;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the product has written to the three systems from a moment on, by the systems' own lists. */
final class Written {
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final Map<String, Vendor> vendors;
    private final Map<String, Long> before = new TreeMap<>();

    Written(Product product) {
        vendors = Map.of("itglue", Vendor.itGlue(product), "bms", Vendor.bms(product), "vsa", Vendor.vsa(product));
        begin();
    }

    /** What was written until now doesn't count. */
    void begin() {
        before.putAll(counts());
    }

    Map<String, Long> counts() {
        return vendors.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, vendor -> vendor.getValue().writes()));
    }

    /** Once no more is written for a while, the records written to: {@code bms contacts/12}. */
    Set<String> records() {
        Until.quiet(this::counts, QUIET, PATIENCE);
        Set<String> records = new TreeSet<>();
        vendors.forEach((system, vendor) -> vendor.writesAfter(before.get(system))
                .forEach(write -> records.add(system + " " + write.path("type").asText() + "/"
                        + write.path("id").asText())));
        return records;
    }
}
