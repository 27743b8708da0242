package io.mortise.sync.internal.reconcile;

/**
 * A field's value in the hub and where it comes from.
 *
 * @param value in its canonical Java form; null for none
 * @param source the connection's id, or {@link #HERE}
 * @param by the person, as the source names them; "" if it doesn't tell
 */
public record Cell(Object value, Evidence evidence, String source, String by) {
    /** An edit made in Mortise itself. */
    public static final String HERE = io.mortise.store.Origin.HERE;

    /** Values that several sides gave together. */
    public static final String MERGED = io.mortise.store.Origin.MERGED;
}
