package io.mortise.web.internal.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/**
 * One connection that is written to without ever blocking: one write at a time, the rest waits in a queue, and whoever
 * reads too slowly is dropped. Thread-safe.
 */
final class Line implements WriteListener {
    private static final int MOST_WAITING = 500;

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Runnable ended;
    private final ArrayDeque<String> queue = new ArrayDeque<>();
    private boolean writable, unflushed, closing, done;

    /** @param ended called once, when nothing more can be said */
    Line(AsyncContext async, Runnable ended) throws IOException {
        this.async = async;
        this.out = async.getResponse().getOutputStream();
        this.ended = ended;
    }

    void open() {
        out.setWriteListener(this);
    }

    void say(String text) {
        boolean dropped;
        synchronized (this) {
            if (done || closing) return;
            queue.add(text);
            dropped = queue.size() > MOST_WAITING;
        }
        if (dropped) end();
        else pump();
    }

    /** Says this as the last thing. */
    void close(String goodbye) {
        say(goodbye);
        synchronized (this) {
            closing = true;
        }
        pump();
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            writable = true;
        }
        pump();
    }

    @Override
    public void onError(Throwable broken) {
        end();
    }

    private void pump() {
        try {
            if (write()) end();
        } catch (IOException | RuntimeException e) {
            end(); // the browser has gone, or the server below us; browsers come back by themselves
        }
    }

    /** True when all has been said and the line may end. */
    private synchronized boolean write() throws IOException {
        while (writable && !done) {
            if (!out.isReady()) {
                writable = false;
            } else if (!queue.isEmpty()) {
                byte[] all = String.join("", queue).getBytes(StandardCharsets.UTF_8);
                queue.clear();
                unflushed = true;
                out.write(all);
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                return closing;
            }
        }
        return false;
    }

    void end() {
        synchronized (this) {
            if (done) return;
            done = true;
            queue.clear();
        }
        ended.run();
        try {
            async.complete();
        } catch (IllegalStateException e) {
            // the container has completed it already
        }
    }
}
