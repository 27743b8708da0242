package io.mortise.model;

/** Something a person may do. Roles, ours and the vendors', are sets of rights; code asks for rights only. */
public record Right(String name) {
    public static Right read(EntityType type) {
        return new Right(type.name() + ".read");
    }

    public static Right edit(EntityType type) {
        return new Right(type.name() + ".edit");
    }
    /** See a secret of this type, or fetch its bytes. */
    public static Right reveal(EntityType type) {
        return new Right(type.name() + ".reveal");
    }
    /** A right of a feature's own: {@code Right.named("checklists.use")}. */
    public static Right named(String name) {
        return new Right(name);
    }
}
