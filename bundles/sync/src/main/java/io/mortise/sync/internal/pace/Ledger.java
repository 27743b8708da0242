package io.mortise.sync.internal.pace;

import java.util.Map;
import java.util.Optional;

/** Where it is kept how much of a budget may be spent already, so that the next process doesn't spend it again. */
public interface Ledger {
    /** So long ago that every bucket is full by now. */
    long NEVER = Long.MIN_VALUE / 4;

    /** Keeps nothing; whoever reads it believes that nothing was ever spent. */
    Ledger NONE = new Ledger() {
        @Override
        public Optional<Lease> read() {
            return Optional.empty();
        }

        @Override
        public void write(Lease lease) {
            // what isn't kept isn't missed
        }
    };

    /** Empty if nothing was ever spent. */
    Optional<Lease> read();

    /** Back when it would outlive the process. */
    void write(Lease lease);

    /**
     * What may be spent without being written down one by one.
     *
     * @param terms the limits that it was made under
     * @param began when they came into force, with nothing to spend; {@link #NEVER} if no others were before them
     * @param until when it ends, in milliseconds since 1970
     * @param left by bucket: at least so many requests are still allowed at its end, whatever was spent meanwhile;
     *     buckets that aren't mentioned haven't been used under these terms
     * @param used by bucket: at most so many requests have left in the window before its end; for people to see
     */
    record Lease(String terms, long began, long until, Map<String, Long> left, Map<String, Long> used) {
        public Lease {
            left = Map.copyOf(left);
            used = Map.copyOf(used);
        }

        /** For a clock that stood later once than it stands now. */
        Lease notAfter(long latest) {
            return new Lease(terms, Math.min(began, latest), Math.min(until, latest), left, used);
        }
    }
}
