package io.mortise.sync.internal.reconcile;

/**
 * When a change happened, as far as the hub can know: after the start of the last request that still showed the old
 * value ({@code lo}) and before the arrival of the one that showed the new ({@code hi}). Milliseconds of the hub's own
 * clock; two vendors' clocks are never compared.
 */
public record Evidence(long lo, long hi) {
    public static final Evidence UNKNOWN = new Evidence(0, Long.MAX_VALUE);

    public boolean provablyAfter(Evidence other) {
        return lo > other.hi;
    }

    /** The later of two, by arrival. */
    public Evidence later(Evidence other) {
        return hi > other.hi || hi == other.hi && lo > other.lo ? this : other;
    }
}
