package io.mortise.sync.internal.service;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one thread asks for and another waits for. What nobody waits for any more is closed, if it is open. */
final class Answer<R> extends FutureTask<R> {
    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);

    Answer(Callable<R> ask) {
        super(ask);
    }

    /** Who waits no longer breaks it off, unless it came in this very moment. */
    R within(Duration atMost) throws TimeoutException, ExecutionException, InterruptedException {
        try {
            return get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (cancel(true)) throw e;
            return get();
        } catch (InterruptedException e) {
            if (cancel(true)) throw e;
            R answer = get();
            Thread.currentThread().interrupt();
            return answer;
        }
    }

    @Override
    protected void set(R answer) {
        super.set(answer);
        if (isCancelled() && answer instanceof AutoCloseable open) close(open);
    }

    private static void close(AutoCloseable late) {
        try {
            late.close();
        } catch (Exception e) {
            LOG.warn("What came too late didn't close", e);
        }
    }
}
