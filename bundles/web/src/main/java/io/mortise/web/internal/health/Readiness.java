package io.mortise.web.internal.health;

import io.mortise.api.Check;
import io.mortise.web.internal.http.Problem;
import io.mortise.web.internal.service.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Is the product up? Three services must be there, the launcher must be through, and every check must pass. */
public final class Readiness implements AutoCloseable {
    private final Map<String, Slot<?>> expected;
    private final BooleanSupplier launched;
    private final Map<Check, Asking> checks = new ConcurrentHashMap<>();
    private final Patience patience = new Patience();
    private volatile boolean wasReady;

    /**
     * @param expected by the name of their line; "access" among them is what a person needs to sign in
     * @param launched false while bundles are still being started for the first time
     */
    public Readiness(Map<String, Slot<?>> expected, BooleanSupplier launched) {
        this.expected = Map.copyOf(expected);
        this.launched = launched;
    }

    public void add(Check check) {
        checks.put(check, new Asking(check, patience));
    }

    public void remove(Check check) {
        checks.remove(check);
    }

    /** @param name of the bundle or part that is asked about */
    record Line(String name, boolean ok, String detail) {}

    List<Line> lines() {
        Map<String, Line> lines = new TreeMap<>();
        lines.put("start", line("start", launched.getAsBoolean(), "modules are being started"));
        expected.forEach((name, slot) -> lines.put(name, line(name, slot.get().isPresent(), "isn't there yet")));
        Map<String, Line> asked = new LinkedHashMap<>();
        checks.values().forEach(asking -> asked.put(asking.name(), asking.line()));
        asked.forEach((name, line) -> lines.merge(name, line, (there, said) -> there.ok() ? said : there));
        if (lines.values().stream().allMatch(Line::ok)) wasReady = true;
        return new ArrayList<>(lines.values());
    }

    /** A problem for all other requests until a person can sign in for the first time. */
    public Optional<Problem> starting() {
        if (wasReady || expected.get("access").get().isPresent()) return Optional.empty();
        return Optional.of(startingProblem());
    }

    /** What is not there yet may still come. */
    public boolean isStarting() {
        return !wasReady && lines().stream().anyMatch(line -> !line.ok());
    }

    public static Problem startingProblem() {
        return Problem.of(
                        503,
                        "starting",
                        "Starting",
                        "The server is starting. /health/ready tells what it waits for; try again in a moment.")
                .retryAfter(1);
    }

    private static Line line(String name, boolean ok, String otherwise) {
        return new Line(name, ok, ok ? "" : otherwise);
    }

    @Override
    public void close() {
        patience.close();
    }
}
