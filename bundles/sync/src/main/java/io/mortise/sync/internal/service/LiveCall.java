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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Calls to a system with a person's own login, while the person waits. Every failure is a {@link Refusal}. Thread-safe. */
final class LiveCall implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 16;
    private static final int FILES_AT_ONCE = 8;
    private static final int FILES_OF_ONE = 2;
    /** For a thread that is free. */
    private static final Duration QUEUE = Duration.ofSeconds(2);

    /** What who asked is told besides; nobody need try again what goes out by itself. */
    static final String AGAIN = " Try again in a moment.";

    private final Engine engine;
    private final int ofOne;
    private final Duration queue;
    private final Semaphore free;
    private final ExecutorService threads;
    /** How many calls each person has under way. */
    private final Map<String, Integer> busy = new ConcurrentHashMap<>();

    LiveCall(Engine engine) {
        this(engine, AT_ONCE, AT_ONCE, QUEUE);
    }

    /** For the hub itself, which does so many things at once, whoever has asked for them. */
    static LiveCall ofHub(Engine engine, int atOnce) {
        return new LiveCall(engine, atOnce, atOnce, QUEUE);
    }

    /** Files take minutes: they have threads of their own, so that nobody waits behind them to see a password. */
    static LiveCall ofFiles(Engine engine) {
        return new LiveCall(engine, FILES_AT_ONCE, FILES_OF_ONE, QUEUE);
    }

    /**
     * @param atOnce so many calls
     * @param ofOne so many of them of one person
     * @param queue how long one may wait until another has ended
     */
    LiveCall(Engine engine, int atOnce, int ofOne, Duration queue) {
        this.engine = engine;
        this.ofOne = ofOne;
        this.queue = queue;
        this.free = new Semaphore(atOnce);
        this.threads = Executors.newFixedThreadPool(atOnce, Names.of("mortise-live"));
    }

    <R> R of(Own own, String type, Remote.Ask<R> ask) {
        return of(own, type, PATIENCE, ask);
    }

    <R> R of(Own own, String type, Duration atMost, Remote.Ask<R> ask) {
        return of(own, type, atMost, new AtomicBoolean(), ask);
    }

    /** What mustn't be sent twice: when its time runs out, it may have arrived. */
    <R> R once(Own own, String type, Duration atMost, Remote.Ask<R> ask) {
        AtomicBoolean begun = new AtomicBoolean();
        return of(own, type, atMost, begun, lane -> {
            if (begun.getAndSet(true)) throw Fault.of(Fault.Remedy.RETRY, "The login ended while it was sent");
            return ask.of(lane);
        });
    }

    /** @param begun has it been sent? Who waits no more sets it, so that nothing leaves afterwards */
    private <R> R of(Own own, String type, Duration atMost, AtomicBoolean begun, Remote.Ask<R> ask) {
        admit(own);
        try {
            return start(own, () -> answer(own, type, ask)).within(atMost);
        } catch (TimeoutException e) {
            String why = "didn't answer within " + atMost.toSeconds() + " seconds";
            throw begun.getAndSet(true) ? unknown(own, own.remote().system() + " " + why + ".") : unavailable(own, why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw begun.getAndSet(true) ? unknown(own, "This server stops.") : stopping(own);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException ours) throw ours;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whatever it takes to say what a failure means is within the call's time. */
    private <R> R answer(Own own, String type, Remote.Ask<R> ask) {
        try {
            return own.remote().call(type, ask);
        } catch (Fault fault) {
            throw refusal(own, fault);
        }
    }

    private void admit(Own own) {
        int mine = busy.merge(own.login().user(), 1, Integer::sum);
        boolean admitted = false;
        try {
            if (mine > ofOne) throw enough();
            await(own);
            admitted = true;
        } finally {
            if (!admitted) leave(own);
        }
    }

    private Refusal enough() {
        return new Refusal(
                Reason.UNAVAILABLE,
                "You have " + ofOne
                        + " files under way already. Nothing was sent. Try again when one of them has arrived.");
    }

    private void leave(Own own) {
        busy.computeIfPresent(own.login().user(), (user, now) -> now > 1 ? now - 1 : null);
    }

    private void release(Own own) {
        leave(own);
        free.release();
    }

    private void await(Own own) {
        try {
            if (free.tryAcquire(queue.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping(own);
        }
        throw new Refusal(
                Reason.UNAVAILABLE,
                "Many people wait for their systems at this moment. Nothing was sent. Try again in a moment.");
    }

    /** Its thread is free: its time begins now. */
    private <R> Answer<R> start(Own own, Supplier<R> ask) {
        boolean started = false;
        try {
            Answer<R> answer = new Answer<>(() -> engine.turn().personally(ask::get));
            threads.execute(() -> {
                try {
                    answer.run();
                } finally {
                    release(own);
                }
            });
            started = true;
            return answer;
        } catch (RejectedExecutionException e) {
            throw stopping(own);
        } finally {
            if (!started) release(own);
        }
    }

    private static Refusal stopping(Own own) {
        return unavailable(own, "was asked while this server stops");
    }

    private static Refusal unknown(Own own, String why) {
        return new Refusal(
                Reason.UNAVAILABLE,
                "It isn't known whether this arrived at " + own.remote().system()
                        + ": look there before you try again. " + why);
    }

    private static Refusal unavailable(Own own, String why) {
        return new Refusal(Reason.UNAVAILABLE, own.remote().system() + " " + why + "." + AGAIN);
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
            case LOOK -> unknown(own, why);
            case REPORT -> new Refusal(Reason.UNAVAILABLE, why);
            default -> new Refusal(Reason.UNAVAILABLE, system + " can't be asked now: " + why + AGAIN);
        };
    }

    /** Some systems say the same to a stranger and to who mustn't do this one thing. */
    private Refusal signedOut(Own own, Fault fault) {
        try {
            own.remote().standing();
            return new Refusal(
                    Reason.DENIED,
                    "Access denied by " + own.remote().system() + ": " + Sentence.of(fault.getMessage()));
        } catch (Fault still) {
            return LoginCheck.isLost(still)
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
