package io.mortise.crm.internal;

import io.mortise.api.Records;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A record with all that is known of it elsewhere.
 *
 * @param locked by field name, why nobody may change it here now, in a sentence
 */
public record Shown(
        String id,
        String type,
        long version,
        String lifecycle,
        Map<String, Object> fields,
        List<LinkShown> links,
        Map<String, OriginShown> origins,
        Map<String, String> locked) {

    /**
     * @param state synced, syncing, not yet pushed, orphaned, disabled or error
     * @param reason why it isn't in sync; "" when it is
     */
    public record LinkShown(
            String connection,
            String system,
            String externalId,
            String url,
            String state,
            Optional<String> syncedAt,
            String reason) {
        static LinkShown of(Records.Link link) {
            return new LinkShown(
                    link.connection(),
                    link.system(),
                    link.externalId(),
                    link.url(),
                    link.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    link.syncedAt().map(Object::toString),
                    link.trouble());
        }
    }

    /** Which system gave a value, when, and who, if it tells. */
    public record OriginShown(String source, String system, String at, String by) {
        static OriginShown of(Records.Origin origin) {
            return new OriginShown(origin.source(), origin.system(), origin.at().toString(), origin.by());
        }
    }

    /**
     * What became of an edit at one system.
     *
     * @param state saved, pending or refused
     * @param reason "" when saved
     */
    public record SavedAt(String system, String state, String reason) {}

    /** @param kept false when the system that decides refused and the edit has been undone */
    public record Saved(
            String id,
            String type,
            long version,
            String lifecycle,
            Map<String, Object> fields,
            boolean kept,
            List<SavedAt> systems) {
        static Saved of(EntityType type, Records.Saved saved) {
            Entity now = saved.now();
            List<SavedAt> at = saved.at().stream()
                    .map(a -> new SavedAt(a.system(), a.state().name().toLowerCase(Locale.ROOT), a.why()))
                    .toList();
            return new Saved(
                    now.id(),
                    type.name(),
                    now.version(),
                    lifecycleOf(now),
                    plain(type, now.fields()),
                    saved.kept(),
                    at);
        }
    }

    static Shown of(
            EntityType type,
            Entity entity,
            List<Records.Link> links,
            Map<String, Records.Origin> origins,
            Map<String, String> locked) {
        Map<String, OriginShown> from = new TreeMap<>();
        origins.forEach((field, origin) -> from.put(field, OriginShown.of(origin)));
        return new Shown(
                entity.id(),
                type.name(),
                entity.version(),
                lifecycleOf(entity),
                plain(type, entity.fields()),
                links.stream().map(LinkShown::of).toList(),
                from,
                locked);
    }

    private static Map<String, Object> plain(EntityType type, Fields fields) {
        return fields.plain(type);
    }

    private static String lifecycleOf(Entity entity) {
        return entity.isActive() ? "ACTIVE" : "DEACTIVATED";
    }
}
