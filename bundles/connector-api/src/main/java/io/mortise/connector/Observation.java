package io.mortise.connector;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the vendor showed of one record. Fields in our words, ids and choices in the vendor's. Immutable. */
public final class Observation {
    private final Ref ref;
    private Fields fields = Fields.NONE;
    private boolean hint, gone, partial;
    private String revision, changedBy;
    private Instant changedAt;
    private URI page;
    private Map<Field<?>, String> locked = Map.of();

    private Observation(Ref ref) {
        this.ref = ref;
    }

    public static Observation of(EntityType type, String id, Fields fields) {
        return new Observation(Ref.to(type, id)).but(o -> o.fields = fields);
    }
    /** It exists or has changed; fetch it to see. Also the answer of a save whose result the vendor doesn't show. */
    public static Observation hint(EntityType type, String id) {
        return new Observation(Ref.to(type, id)).but(o -> o.hint = true);
    }
    /** The vendor says that it is no longer there. */
    public static Observation gone(EntityType type, String id) {
        return new Observation(Ref.to(type, id)).but(o -> o.gone = true);
    }

    /** A shortened row of a list: when it differs from the last such row, the engine fetches the record to see the rest. */
    public Observation partial() {
        return but(o -> o.partial = true);
    }

    /** The vendor's own version mark, compared only with the same record's. */
    public Observation revision(String mark) {
        return but(o -> o.revision = mark);
    }
    /** By the vendor's clock; compared only with the same vendor's times. */
    public Observation changedAt(Instant at) {
        return but(o -> o.changedAt = at);
    }

    public Observation changedBy(String user) {
        return but(o -> o.changedBy = user);
    }
    /** Where a person sees it in the vendor's own screens. */
    public Observation page(URI page) {
        return but(o -> o.page = page);
    }
    /** This record refuses writes of these fields, and why, in a sentence for people. */
    public Observation locked(String why, Field<?>... fields) {
        return but(o -> o.locked = Stream.of(fields).collect(Collectors.toUnmodifiableMap(f -> f, f -> why)));
    }

    public Ref ref() {
        return ref;
    }

    public Fields fields() {
        return fields;
    }

    public boolean isHint() {
        return hint;
    }

    public boolean isPartial() {
        return partial;
    }

    public boolean isGone() {
        return gone;
    }

    public Optional<String> revision() {
        return Optional.ofNullable(revision);
    }

    public Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt);
    }

    public Optional<String> changedBy() {
        return Optional.ofNullable(changedBy);
    }

    public Optional<URI> page() {
        return Optional.ofNullable(page);
    }

    public Map<Field<?>, String> locked() {
        return locked;
    }

    private Observation but(Consumer<Observation> change) {
        Observation copy = new Observation(ref);
        copy.fields = fields;
        copy.hint = hint;
        copy.gone = gone;
        copy.partial = partial;
        copy.revision = revision;
        copy.changedBy = changedBy;
        copy.changedAt = changedAt;
        copy.page = page;
        copy.locked = locked;
        change.accept(copy);
        return copy;
    }
}
