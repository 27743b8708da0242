package io.mortise.store;

/**
 * Where a value comes from, and when, as far as the hub can know.
 *
 * @param source the connection's id; {@link #HERE} for an edit made here, {@link #MERGED} for what several gave together
 * @param lo the change happened after this: start of the last request that still showed the old value; hub's clock, in
 *     milliseconds
 * @param hi and before this: arrival of the first answer that showed the new one
 * @param by the person, as the source names them; "" if it doesn't tell
 */
public record Origin(String source, long lo, long hi, String by) {
    public static final String HERE = "mortise";
    public static final String MERGED = "merged";
    public static final Origin UNKNOWN = new Origin(MERGED, 0, Long.MAX_VALUE, "");
}
