package io.mortise.sync.internal.service;

import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.sync.internal.files.KeptFile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** How much may wait to go out, all together: an outage of a day mustn't fill the disk. Thread-safe. */
final class Room {
    /** Bytes that even an empty file counts, so that there aren't endlessly many. */
    private static final long LEAST = 64 << 10;

    private static final long LARGEST = 64 << 20;

    private final Supplier<List<KeptFile>> waiting;
    private final long most;
    private final AtomicLong coming = new AtomicLong();

    Room(Supplier<List<KeptFile>> waiting, long most) {
        this.waiting = waiting;
        this.most = most;
    }

    /** @param <R> what is made of so many bytes at most */
    @FunctionalInterface
    interface Use<R> {
        R of(long most) throws IOException;
    }

    /**
     * Keeps the room free while a file comes.
     *
     * @param size that was announced; -1 if none was
     * @throws Refusal FULL
     */
    <R> R use(long size, Use<R> work) throws IOException {
        long wanted = Math.max(LEAST, size < 0 ? LARGEST : size);
        long others = coming.getAndAdd(wanted);
        try {
            long left = most
                    - others
                    - waiting.get().stream().mapToLong(Room::taken).sum();
            if (left < Math.max(LEAST, size)) throw full();
            return work.of(left);
        } finally {
            coming.addAndGet(-wanted);
        }
    }

    private static long taken(KeptFile file) {
        return Math.max(LEAST, file.about().size());
    }

    private Refusal full() {
        return new Refusal(
                Reason.FULL,
                "There is no room here for this file: " + (most >> 20)
                        + " MB of files may wait to go out, and so many do nearly. Keep it, and try again when some have"
                        + " gone out.");
    }
}
