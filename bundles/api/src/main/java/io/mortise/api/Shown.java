package io.mortise.api;

import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A record with all that is known of it elsewhere, as routes answer with it.
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
        public static LinkShown of(Records.Link link) {
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
        public static OriginShown of(Records.Origin origin) {
            return new OriginShown(origin.source(), origin.system(), origin.at().toString(), origin.by());
        }
    }

    /**
     * What became of an edit at one system.
     *
     * @param state saved, pending or refused
     * @param reason "" when saved
     */
    public record SavedAt(String system, String state, String reason) {
        public static List<SavedAt> of(Records.Saved saved) {
            return saved.at().stream()
                    .map(a -> new SavedAt(a.system(), a.state().name().toLowerCase(Locale.ROOT), a.why()))
                    .toList();
        }
    }

    /** @param kept false when the system that decides refused and the edit has been undone */
    public record Saved(
            String id,
            String type,
            long version,
            String lifecycle,
            Map<String, Object> fields,
            boolean kept,
            List<SavedAt> systems) {
        public static Saved of(EntityType type, Records.Saved saved) {
            Entity now = saved.now();
            return new Saved(
                    now.id(),
                    type.name(),
                    now.version(),
                    lifecycleOf(now),
                    now.fields().plain(type),
                    saved.kept(),
                    SavedAt.of(saved));
        }
    }

    public static Shown of(
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
                entity.fields().plain(type),
                links.stream().map(LinkShown::of).toList(),
                from,
                locked);
    }

    /** ACTIVE or DEACTIVATED. */
    public static String lifecycleOf(Entity entity) {
        return entity.isActive() ? "ACTIVE" : "DEACTIVATED";
    }
}
