package io.mortise.web.internal.service;

import io.mortise.api.Refusal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A service of another bundle that may come and go. Thread-safe. */
public final class Slot<T> {
    private final String name;
    private final AtomicReference<T> service = new AtomicReference<>();

    /** @param name what it does, for people: "signing in" */
    public Slot(String name) {
        this.name = name;
    }

    public void fill(T arrived) {
        service.set(arrived);
    }

    /** Leaves a successor that came in the meantime in its place. */
    public void empty(T left) {
        service.compareAndSet(left, null);
    }

    public Optional<T> get() {
        return Optional.ofNullable(service.get());
    }

    public T need() {
        return get().orElseThrow(() -> new Refusal(
                Refusal.Reason.UNAVAILABLE,
                "The part of the server for " + name + " is being started or replaced. Try again in a moment."));
    }
}
