package io.mortise.sync.internal.service;

import io.mortise.store.Dirty;
import io.mortise.sync.internal.engine.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the marks of what has been done out of the store, many in one transaction: alone, each would cost as much as the
 * work itself. A mark that is lost with the process is found again, and its work does nothing the second time.
 */
final class Finishes implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Finishes.class);
    /** Milliseconds in which others may join. */
    private static final long TOGETHER = 10;

    private static final int MOST = 500;

    private final Work work;
    private final Consumer<List<Dirty>> then;
    private final BlockingQueue<Work.Done> waiting = new LinkedBlockingQueue<>();

    /** @param then told of each group, kept or not */
    Finishes(Work work, Consumer<List<Dirty>> then) {
        this.work = work;
        this.then = then;
    }

    void add(Work.Done done) {
        waiting.add(done);
    }

    /** Until its thread is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Work.Done> group = new ArrayList<>();
                group.add(waiting.take());
                TimeUnit.MILLISECONDS.sleep(TOGETHER);
                waiting.drainTo(group, MOST);
                finish(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(List<Work.Done> group) {
        try {
            work.finish(group);
        } catch (RuntimeException | Error e) { // without this thread nothing would ever be done with
            LOG.error("{} marks could not be taken back; their work is looked at again", group.size(), e);
        } finally {
            then.accept(group.stream().map(Work.Done::dirty).toList());
        }
    }
}
