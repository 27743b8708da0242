package io.mortise.model;

/**
 * The address of a record: its type's name and an id you may compare and nothing else.
 * In records and edits the id is ours; in observations and writes it is the vendor's. The engine translates at that
 * border, both ways and every time; a reference that it can't translate parks the record instead of passing through.
 */
public record Ref(String type, String id) {
    public Ref {
        if (type.isBlank() || id.isBlank()) throw new IllegalArgumentException("a reference needs a type and an id");
    }

    public static Ref to(EntityType type, String id) {
        return new Ref(type.name(), id);
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
