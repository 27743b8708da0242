package io.mortise.sync.internal.link;

import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.store.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Tells changed from unchanged without looking at anything else: 16 bytes of SHA-256 over what a feed's row shows. */
public final class Fingerprint {
    private final Json json;

    public Fingerprint(Json json) {
        this.json = json;
    }

    /**
     * Fleeting fields don't count: they alone are no reason to do anything.
     *
     * @param mapping the connector's reading version: read differently is changed
     * @param revisionCounts whether a new revision alone matters, because writes must name it
     */
    public String of(EntityType type, Observation seen, int mapping, boolean revisionCounts) {
        Map<String, Object> shown = new TreeMap<>(seen.fields().plain(type));
        for (Field<?> field : type.fields()) if (field.isFleeting()) shown.remove(field.name());
        Map<String, Object> locks = new TreeMap<>();
        seen.locked().forEach((field, why) -> locks.put(field.name(), why));
        String revision = revisionCounts ? seen.revision().orElse("") : "";
        String page = seen.page().map(Object::toString).orElse("");
        String all = mapping + "\n" + revision + "\n" + page + "\n" + json.write(locks) + "\n" + json.write(shown);
        return Base64.getEncoder().withoutPadding().encodeToString(half(all));
    }

    private static byte[] half(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(whole, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
