package io.mortise.sync.internal.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A file on its way: it may take as long as its size needs on a slow line, but not stand still, nor drip. Thread-safe for
 * one that moves and one that looks.
 */
public final class Passage {
    private static final Duration START = Duration.ofMinutes(1);
    /** Bytes a second, on the whole. */
    private static final long SLOWEST = 16 << 10;

    /** Bytes: what IT Glue's own screens allow of one file. */
    static final long LARGEST = 100L << 20;

    private final Duration silence;
    private final LongSupplier nanos;
    /** Moved on by the time in which nobody took any bytes. */
    private volatile long begun;

    private volatile long last;
    private final AtomicLong moved = new AtomicLong();

    Passage(Duration silence) {
        this(silence, System::nanoTime);
    }

    /**
     * @param silence how long nothing may move
     * @param nanos a clock that only goes on
     */
    Passage(Duration silence, LongSupplier nanos) {
        this.silence = silence;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.last = begun;
    }

    /** The longest that a file may take. @param size in bytes; -1 if it isn't known */
    public static Duration whole(long size) {
        return START.plusSeconds((size < 0 ? LARGEST : size) / SLOWEST);
    }

    void moved(long bytes) {
        moved.addAndGet(bytes);
        last = nanos.getAsLong();
    }

    /** Time counts from now on: whoever takes the bytes was busy. One thread at a time. */
    void listen() {
        long now = nanos.getAsLong();
        begun = begun + now - last;
        last = now;
    }

    /** Until it is broken off if nothing moves; nothing or less: it is time. */
    Duration left() {
        long now = nanos.getAsLong();
        Duration quiet = silence.minusNanos(now - last);
        Duration all = whole(moved.get()).minusNanos(now - begun);
        return quiet.compareTo(all) < 0 ? quiet : all;
    }

    /** Why it is broken off now. */
    String why() {
        boolean drips = whole(moved.get()).minusNanos(nanos.getAsLong() - begun).compareTo(Duration.ZERO) <= 0;
        return drips ? "the file came too slowly" : "nothing came for " + silence.toSeconds() + " seconds";
    }

    /** The same bytes, each told as it is taken. */
    InputStream through(InputStream bytes) {
        return new FilterInputStream(bytes) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                if (one >= 0) moved(1);
                return one;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int some = super.read(into, from, length);
                if (some > 0) moved(some);
                return some;
            }
        };
    }
}
