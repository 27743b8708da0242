package io.mortise.web.internal.route;

import io.mortise.api.Routes;
import io.mortise.web.internal.health.Readiness;
import io.mortise.web.internal.http.Problem;
import io.mortise.web.internal.service.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets calls in while bundles come and go. A bundle that leaves first ends its running calls, and for a short while
 * new calls to its paths are held: mostly its successor is on the way, and then nobody notices. Thread-safe.
 */
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** @param held how many threads may wait at the same time */
    public record Patience(Duration drain, Duration hold, int held) {
        public static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(3), 64);
    }

    private final Patience patience;
    private final Phase phase;
    private final Semaphore waiting;
    private final Map<Routes, Owner> owners = new LinkedHashMap<>();
    private final Gone gone = new Gone();
    private volatile Table table = Table.of(List.of());

    public Gate(Patience patience, Phase phase) {
        this.patience = patience;
        this.phase = phase;
        this.waiting = new Semaphore(patience.held());
    }

    /** The routes that are live now. */
    public List<Described> described() {
        return table.entries().stream().map(Described::of).toList();
    }

    public void add(String bundle, Routes routes) {
        Owner owner = new Owner(bundle, routes);
        synchronized (this) {
            Set<Entry> before = Set.copyOf(table.refused());
            owners.put(routes, owner);
            table = Table.of(new ArrayList<>(owners.values()));
            table.refused().stream().filter(e -> !before.contains(e)).forEach(Gate::told);
            notifyAll();
        }
    }

    /** Returns when its running calls have ended, or their time is up. */
    public void remove(Routes routes) {
        Owner owner;
        synchronized (this) {
            owner = owners.remove(routes);
            if (owner == null) return;
            table = Table.of(new ArrayList<>(owners.values()));
            gone.add(owner);
            notifyAll();
        }
        if (!owner.drain(patience.drain())) {
            LOG.warn(
                    "Calls of {} still run {} s after it was stopped",
                    owner.bundle(),
                    patience.drain().toSeconds());
        }
        synchronized (this) {
            gone.forget(owner, System.nanoTime() + patience.hold().toNanos());
            notifyAll();
        }
    }

    /** One call on its way through. Close it when the answer is out. */
    record Pass(Entry entry, Map<String, String> holes) implements AutoCloseable {
        @Override
        public void close() {
            entry.owner().end();
        }
    }

    /** The route for this call, held for if need be. Throws the problem when there is none. */
    Pass enter(String method, List<String> words) {
        while (true) {
            var found = table.find(method, words);
            if (found.isPresent() && found.get().entry().owner().begin()) {
                return new Pass(found.get().entry(), found.get().holes());
            }
            if (found.isEmpty() && !awaitSuccessor(method, words))
                throw refusal(words).halt();
        }
    }

    /** True when it is worth looking again, false when nothing is expected there. */
    private boolean awaitSuccessor(String method, List<String> words) {
        synchronized (this) {
            if (table.find(method, words).isPresent()) return true;
            long left = gone.left(method, words);
            if (left <= 0) return false;
            if (phase.isStopping() || !waiting.tryAcquire()) throw swapping().halt();
            try {
                while (left > 0 && table.find(method, words).isEmpty()) {
                    wait(Math.min(100, Math.max(1, left / 1_000_000)));
                    left = gone.left(method, words);
                }
                if (table.find(method, words).isEmpty()) throw swapping().halt();
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw swapping().halt();
            } finally {
                waiting.release();
            }
        }
    }

    private Problem refusal(List<String> words) {
        Set<String> methods = table.methods(words);
        if (methods.isEmpty() && phase.isStarting()) return Readiness.startingProblem();
        if (methods.isEmpty()) {
            return Problem.of(
                    404,
                    "not-found",
                    "Not found",
                    "There is nothing at this address. /api/openapi.json lists what there is.");
        }
        String allowed = String.join(", ", methods);
        return Problem.of(405, "method", "Not possible here", "This address takes " + allowed + " only.")
                .header("Allow", allowed);
    }

    private static Problem swapping() {
        return Problem.of(
                        503,
                        "swapping",
                        "Being replaced",
                        "The module that answers here is stopped or being replaced. Try again in a moment.")
                .retryAfter(2);
    }

    private static void told(Entry entry) {
        LOG.error(
                "{} offers {} {}, which another bundle has already: this route of it is not used",
                entry.owner().bundle(),
                entry.route().method(),
                entry.route().path());
    }
}
