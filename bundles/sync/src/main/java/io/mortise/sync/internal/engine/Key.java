package io.mortise.sync.internal.engine;

import io.mortise.model.Ref;

/**
 * What a dirty mark stands for. Written {@code kind/type/id}; type and id as the kind wants them.
 *
 * @param kind RECORD: reconcile it; MATCH: find partners for what was found of a type inside an organization;
 *     LOOK: fetch one found record of a vendor; BELOW: read what a system has of a type below one of its records;
 *     AGAIN: the same once more, where an answer may have been cut;
 *     REST: fetch what lists don't show of a record, when nothing is more urgent
 */
public record Key(Kind kind, String type, String id) {
    public enum Kind {
        RECORD("r"),
        MATCH("m"),
        LOOK("l"),
        BELOW("b"),
        AGAIN("a"),
        REST("d");
        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** The scope of types that lie within nothing. */
    public static final String EVERYWHERE = "-";

    public static Key record(Ref ref) {
        return new Key(Kind.RECORD, ref.type(), ref.id());
    }

    /** @param scope the organization's id here, or {@link #EVERYWHERE} */
    public static Key match(String type, String scope) {
        return new Key(Kind.MATCH, type, scope);
    }

    public static Key look(String type, String linkId) {
        return new Key(Kind.LOOK, type, linkId);
    }

    /** @param linkId of the record that it lies in */
    public static Key below(String type, String linkId) {
        return new Key(Kind.BELOW, type, linkId);
    }

    public static Key again(Key below) {
        return new Key(Kind.AGAIN, below.type(), below.id());
    }

    public static Key rest(String type, String linkId) {
        return new Key(Kind.REST, type, linkId);
    }

    public static Key parse(String text) {
        String[] parts = text.split("/", 3);
        for (Kind kind : Kind.values()) if (kind.letter.equals(parts[0])) return new Key(kind, parts[1], parts[2]);
        throw new IllegalArgumentException("no such key: " + text);
    }

    public Ref ref() {
        return new Ref(type, id);
    }

    @Override
    public String toString() {
        return kind.letter + "/" + type + "/" + id;
    }
}
