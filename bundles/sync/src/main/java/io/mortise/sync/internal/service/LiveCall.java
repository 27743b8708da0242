package io.mortise.sync.internal.service;

import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.connector.Fault;
import io.mortise.model.Field;
import io.mortise.sync.internal.remote.Remote;
import io.mortise.sync.internal.service.OwnLogins.Own;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls to a system with a person's own login, while the person waits. Every failure is a {@link Refusal}. Thread-safe. */
final class LiveCall implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 16;
    private final Engine engine;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Names.of("mortise-live"));

    LiveCall(Engine engine) {
        this.engine = engine;
    }

    <R> R of(Own own, String type, Remote.Ask<R> ask) {
        return of(own, type, PATIENCE, ask);
    }

    <R> R of(Own own, String type, Duration atMost, Remote.Ask<R> ask) {
        Future<R> answer =
                threads.submit(() -> engine.turn().personally(() -> own.remote().call(type, ask)));
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unavailable(own, "didn't answer within " + atMost.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(own, "was asked while this server stops");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Fault fault) throw refusal(own, fault);
            if (e.getCause() instanceof RuntimeException ours) throw ours;
            throw new IllegalStateException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static Refusal unavailable(Own own, String why) {
        return new Refusal(Reason.UNAVAILABLE, own.remote().system() + " " + why + ". Try again in a moment.");
    }

    private Refusal refusal(Own own, Fault fault) {
        String system = own.remote().system();
        String why = Sentence.of(fault.getMessage());
        return switch (fault.remedy()) {
            case SIGN_IN -> signedOut(own, fault);
            case ASK_ADMIN -> new Refusal(Reason.DENIED, "Access denied by " + system + ": " + why);
            case FORGET ->
                new Refusal(Reason.NOT_FOUND, system + " has no such record, or none that your login may see: " + why);
            case CORRECT -> Refusal.invalid(system + " doesn't take this: " + why, fields(fault));
            case LOOK ->
                new Refusal(
                        Reason.UNAVAILABLE,
                        "It isn't known whether this arrived at " + system + ": look there before you try again. "
                                + why);
            case REPORT -> new Refusal(Reason.UNAVAILABLE, why);
            default ->
                new Refusal(Reason.UNAVAILABLE, system + " can't be asked now: " + why + " Try again in a moment.");
        };
    }

    /** Some systems say the same to a stranger and to who mustn't do this one thing. */
    private Refusal signedOut(Own own, Fault fault) {
        try {
            engine.turn().personally(own.remote()::standing);
            return new Refusal(
                    Reason.DENIED,
                    "Access denied by " + own.remote().system() + ": " + Sentence.of(fault.getMessage()));
        } catch (Fault still) {
            return still.remedy() == Fault.Remedy.SIGN_IN
                    ? engine.ownLogins().signedOut(own, still)
                    : new Refusal(Reason.UNAVAILABLE, Sentence.of(still.getMessage()));
        }
    }

    private static Map<String, String> fields(Fault fault) {
        Map<String, String> fields = new TreeMap<>();
        for (Map.Entry<Field<?>, String> each : fault.fields().entrySet())
            fields.put(each.getKey().name(), each.getValue());
        return fields;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
