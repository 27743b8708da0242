package io.mortise.sync.internal.service;

import io.mortise.api.Records.Saved.At;
import io.mortise.api.Records.Saved.State;
import io.mortise.api.WriteThrough;
import io.mortise.model.EntityType;
import io.mortise.model.Part;
import io.mortise.model.Policy;
import io.mortise.model.Ref;
import io.mortise.store.Dirty;
import io.mortise.store.Link;
import io.mortise.sync.internal.engine.Key;
import io.mortise.sync.internal.engine.Work;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final ExecutorService threads = Executors.newFixedThreadPool(4, Names.of("mortise-person"));

    @Activate
    public WriteThroughService(@Reference Engine engine) {
        this.engine = engine;
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    @Override
    public Pushed push(Ref ref, Duration atMost) {
        Instant deadline = Instant.now().plus(atMost);
        CompletableFuture<Map<String, Work.Outcome>> work = new CompletableFuture<>();
        threads.execute(() -> engine.turn().forPerson(() -> complete(work, ref, deadline)));
        Map<String, Work.Outcome> outcomes = await(work, atMost);
        return told(ref, outcomes);
    }

    @Override
    public String system(String connection) {
        return engine.network().live(connection).map(LiveRemote::system).orElse(connection);
    }

    @Override
    public Optional<Part> part(String connection) {
        return engine.network().live(connection).map(LiveRemote::part);
    }

    private void complete(CompletableFuture<Map<String, Work.Outcome>> work, Ref ref, Instant deadline) {
        try {
            work.complete(rounds(ref, deadline));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            work.complete(Map.of());
        } catch (RuntimeException e) {
            LOG.warn("Writing {} through was put off: {}", ref, e.toString());
            work.complete(Map.of());
        }
    }

    /** A look that finds something newer leads to another round; a few of them fit in the time. */
    private Map<String, Work.Outcome> rounds(Ref ref, Instant deadline) throws InterruptedException {
        Map<String, Work.Outcome> outcomes = Map.of();
        for (int round = 0; round < ROUNDS && Instant.now().isBefore(deadline); round++) {
            Optional<Dirty> key =
                    engine.store().read(store -> store.dirty(Key.record(ref).toString()));
            if (key.isEmpty()) break;
            boolean due = !key.get().notBefore().isAfter(Instant.now().plusMillis(100));
            if (round > 0 && !due) break;
            outcomes = engine.workers().now(key.get(), deadline);
        }
        return outcomes;
    }

    private static Map<String, Work.Outcome> await(CompletableFuture<Map<String, Work.Outcome>> work, Duration atMost) {
        try {
            return work.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The links tell how it stands; the outcomes tell why. */
    private Pushed told(Ref ref, Map<String, Work.Outcome> outcomes) {
        List<At> told = new ArrayList<>();
        List<Link> links = engine.store().read(store -> store.links(ref)).stream()
                .filter(link -> link.state() == Link.State.LINKED)
                .toList();
        for (Link link : links) {
            Optional<LiveRemote> remote = engine.network().live(link.connection());
            boolean takes = remote.flatMap(r -> r.lane(ref.type()))
                    .map(lane -> lane.update().isPresent())
                    .orElse(false);
            if (takes) told.add(at(remote.get().system(), link, outcomes.get(link.connection())));
        }
        boolean owner = links.stream().anyMatch(link -> decides(ref.type(), link, links));
        return new Pushed(told, owner);
    }

    /** It refused a value of a field for which no other system of the record ranks higher. */
    private boolean decides(String typeName, Link link, List<Link> links) {
        EntityType type = engine.lexicon().type(typeName);
        Set<String> refused =
                engine.ground().memory(typeName, link.memory()).refused.keySet();
        return refused.stream()
                .flatMap(name -> type.field(name).stream())
                .anyMatch(field -> part(link.connection()).equals(leading(field.policy(), links)));
    }

    private Optional<Part> leading(Policy policy, List<Link> links) {
        return policy.rank().stream()
                .filter(part ->
                        links.stream().anyMatch(l -> part(l.connection()).equals(Optional.of(part))))
                .findFirst();
    }

    private static At at(String system, Link link, Work.Outcome outcome) {
        if (link.sync() == Link.Sync.SYNCED) return new At(system, State.SAVED, "");
        String why = !link.trouble().isEmpty() || outcome == null ? link.trouble() : outcome.why();
        boolean refused = link.asks() == Link.Asks.REFUSED;
        return new At(
                system, refused ? State.REFUSED : State.PENDING, refused || !why.isEmpty() ? why : "goes on by itself");
    }
}
