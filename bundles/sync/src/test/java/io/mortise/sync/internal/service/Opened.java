package io.mortise.sync.internal.service;

import io.mortise.connector.Connector;
import io.mortise.store.Store;
import io.mortise.sync.internal.engine.Pass;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.Remote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The engine as the product has it, threads and all, without a framework around it. For the benchmarks. */
public final class Opened implements AutoCloseable {
    private final Engine engine;
    private long asked;

    public Opened(Store store) {
        this.engine = new Engine(store, new KeptSecrets(), () -> true);
    }

    /** Two-way, all of them; organizations of equal names are linked. @param url the setting that each has */
    public void connect(List<Connector> connectors, String url) {
        for (Connector connector : connectors) {
            String id = connector.descriptor().id();
            Map<String, String> settings = Map.of("url", url);
            House.keep(
                    engine.accounts(), new Account(id, id, settings, true, true, true, 1, 1, Duration.ZERO, Set.of()));
        }
        connectors.forEach(engine::addConnector);
    }

    /** Everything is read anew. */
    public void runAgain() {
        asked = System.currentTimeMillis();
        engine.network()
                .open()
                .forEach(remote -> engine.reader(remote.id()).orElseThrow().readAll());
    }

    /** Has everything that was asked for been read, and is nothing left to do? */
    public boolean isIdle() {
        return engine.network().open().stream().allMatch(this::isRead)
                && engine.store().read(store -> store.dirtyCount()) == 0;
    }

    private boolean isRead(Remote remote) {
        return remote.types().stream().allMatch(type -> {
            Optional<Pass> pass = engine.progress().sweep(remote.id(), type);
            return pass.isPresent() && !pass.get().isRunning() && pass.get().started() >= asked;
        });
    }

    @Override
    public void close() {
        engine.stop();
    }
}
