package io.mortise.sync.internal.service;

import io.mortise.api.Records.Saved.At;
import io.mortise.api.Records.Saved.State;
import io.mortise.api.WriteThrough;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.sync.internal.engine.Delivery;
import io.mortise.sync.internal.engine.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person's edit, written to every system at once; what is late goes on without the person. */
@Component
public final class WriteThroughService implements WriteThrough {
    private static final Logger LOG = LoggerFactory.getLogger(WriteThroughService.class);
    private static final int ROUNDS = 3;
    private final Engine engine;
    private final Offers offers;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, Names.of("mortise-person"));

    @Activate
    public WriteThroughService(@Reference Engine engine) {
        this.engine = engine;
        this.offers = new Offers(engine);
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
        offers.close();
    }

    @Override
    public Pushed push(Ref ref, Set<String> fields, Duration atMost) {
        Instant deadline = Instant.now().plus(atMost);
        CompletableFuture<Void> work = new CompletableFuture<>();
        threads.execute(() -> engine.turn().forPerson(() -> complete(work, ref, deadline)));
        await(work, atMost);
        return told(ref, fields);
    }

    @Override
    public Optional<List<Choice>> choices(EntityType type, Field<Choice> field, Fields given, Duration atMost) {
        return offers.of(type, field, given, atMost);
    }

    @Override
    public String system(String connection) {
        return engine.network().called(connection);
    }

    @Override
    public Optional<Part> part(String connection) {
        return engine.network().part(connection);
    }

    private void complete(CompletableFuture<Void> work, Ref ref, Instant deadline) {
        try {
            rounds(ref, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Writing {} through was put off: {}", ref, e.toString());
        } finally {
            work.complete(null);
        }
    }

    /** A look that finds something newer leads to another round; a few of them fit in the time. */
    private void rounds(Ref ref, Instant deadline) throws InterruptedException {
        for (int round = 0; round < ROUNDS && Instant.now().isBefore(deadline); round++) {
            Optional<Dirty> key =
                    engine.store().read(store -> store.dirty(Key.record(ref).toString()));
            if (key.isEmpty()) return;
            boolean due = !key.get().notBefore().isAfter(Instant.now().plusMillis(100));
            if (round > 0 && !due) return;
            engine.workers().now(key.get(), deadline);
        }
    }

    private static void await(CompletableFuture<Void> work, Duration atMost) {
        try {
            work.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.debug("It goes on without the person");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Pushed told(Ref ref, Set<String> fields) {
        List<Delivery.At> told = new Delivery(engine.ground()).of(ref, fields);
        List<At> at = told.stream()
                .map(one -> new At(
                        system(one.connection()), State.valueOf(one.state().name()), one.why()))
                .toList();
        return new Pushed(at, told.stream().anyMatch(Delivery.At::decides));
    }
}
