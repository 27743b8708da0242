package io.mortise.sync.internal.service;

import io.mortise.connector.Fault;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the systems' lists offer for a field. Its threads are its own: a slow list must not keep an edit waiting. */
final class Offers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);
    private final Engine engine;
    private final ExecutorService threads = Executors.newFixedThreadPool(3, Names.of("mortise-lists"));

    Offers(Engine engine) {
        this.engine = engine;
    }

    /** Absent when nobody keeps a list of it; while one is away that could, it isn't known. */
    Optional<List<Choice>> of(EntityType type, Field<Choice> field, Fields given, Duration atMost) {
        List<LiveRemote> keepers = engine.network().open().stream()
                .filter(remote -> has(remote, type, field))
                .toList();
        return keepers.isEmpty() && !isAnyAway()
                ? Optional.empty()
                : Optional.of(of(keepers, type, field, given, atMost));
    }

    private List<Choice> of(
            List<LiveRemote> keepers, EntityType type, Field<Choice> field, Fields given, Duration atMost) {
        List<CompletableFuture<List<Choice>>> asked = keepers.stream()
                .map(remote -> CompletableFuture.supplyAsync(() -> ask(remote, type, field, given), threads)
                        .completeOnTimeout(List.of(), atMost.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        return asked.stream().flatMap(list -> list.join().stream()).toList();
    }

    private boolean isAnyAway() {
        return !engine.network().absent().isEmpty()
                || engine.network().open().stream()
                        .anyMatch(remote -> remote.types().isEmpty());
    }

    private static boolean has(LiveRemote remote, EntityType type, Field<Choice> field) {
        return remote.lane(type.name()).flatMap(lane -> lane.choices(field)).isPresent();
    }

    private List<Choice> ask(LiveRemote remote, EntityType type, Field<Choice> field, Fields given) {
        List<Choice> named = new ArrayList<>();
        engine.turn().forPerson(() -> {
            try {
                for (Choice choice : engine.choices().list(remote, type, field, given))
                    remote.wording().inward(type.name(), field.name(), choice).ifPresent(named::add);
            } catch (Fault e) {
                LOG.info("{} doesn't tell what {} of {} can be: {}", remote.id(), field, type, e.getMessage());
            }
        });
        return named;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
