package io.mortise.api;

import java.util.Map;
import java.util.Optional;

/** A plain no. Let it pass: web turns it into a problem+json with the right status. Nothing has been changed. */
public final class Refusal extends RuntimeException {
    public enum Reason {
        /** No such record, or none that this caller may know of: the two look alike. */
        NOT_FOUND,
        /** Known, but not allowed. */
        DENIED,
        /** Nobody edits this here. */
        VIEW_ONLY,
        /** It has changed since the version given; see {@link #current}. */
        STALE,
        /** The values can't be so; see {@link #fields}. */
        INVALID,
        /** There is one already, and a second one would be the same. */
        EXISTS,
        /** The caller must connect to the owning system first. */
        NOT_CONNECTED,
        /** The owning system doesn't answer now. */
        UNAVAILABLE,
        /** There is no room here for what was given. */
        FULL
    }

    private final Reason reason;
    private final Map<String, String> fields;
    private final Optional<Object> current;

    /** @param sentence for people: what is wrong and what to do */
    public Refusal(Reason reason, String sentence) {
        this(reason, sentence, Map.of(), Optional.empty());
    }

    private Refusal(Reason reason, String sentence, Map<String, String> fields, Optional<Object> current) {
        super(sentence);
        this.reason = reason;
        this.fields = Map.copyOf(fields);
        this.current = current;
    }

    /** @param fields a sentence for each field that can't be so */
    public static Refusal invalid(String sentence, Map<String, String> fields) {
        return new Refusal(Reason.INVALID, sentence, fields, Optional.empty());
    }

    /** @param current how the record stands now, in JSON's terms, for the person to compare: maps, lists, texts, numbers */
    public static Refusal stale(String sentence, Object current) {
        return new Refusal(Reason.STALE, sentence, Map.of(), Optional.of(current));
    }

    public Reason reason() {
        return reason;
    }

    /** By field name, why its value can't be so; none when it isn't about fields. */
    public Map<String, String> fields() {
        return fields;
    }

    public Optional<Object> current() {
        return current;
    }
}
