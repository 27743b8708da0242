package io.mortise.web.internal.health;

import io.mortise.api.Check;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One check, asked by one thread at a time however many want to know. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Check check;
    private final Patience patience;
    private Future<Check.Result> running;

    Asking(Check check, Patience patience) {
        this.check = check;
        this.patience = patience;
    }

    String name() {
        return check.name();
    }

    Readiness.Line line() {
        Check.Result result = result();
        return new Readiness.Line(name(), result.ok(), result.detail());
    }

    private Check.Result result() {
        Future<Check.Result> asked = ask();
        try {
            return asked.get(Patience.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Check.Result.no("gives no answer");
        } catch (ExecutionException e) {
            LOG.warn("The check {} broke", name(), e.getCause());
            return Check.Result.no("can't tell; the log says why");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Check.Result.no("wasn't asked to the end");
        }
    }

    private synchronized Future<Check.Result> ask() {
        if (running == null || running.isDone()) running = patience.threads().submit(check::check);
        return running;
    }
}
