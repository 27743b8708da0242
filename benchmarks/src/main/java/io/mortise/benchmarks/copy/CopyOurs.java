package io.mortise.benchmarks.copy;

import io.mortise.model.Part;
import io.mortise.store.sql.internal.Opening;
import io.mortise.store.sql.internal.SqlStore;
import io.mortise.sync.internal.service.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Our engine over SQLite, with two connections that keep each other equal. */
public final class CopyOurs implements Rounds.Copier {
    private final Path folder = Files.createTempDirectory("mortise-copy");
    private final SqlStore store = Opening.store("sqlite", folder);
    private final Opened engine;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private final Server server;
    private final int contacts;

    private CopyOurs(Server server, int contacts) throws IOException {
        this.server = server;
        this.contacts = contacts;
        this.engine = new Opened(store);
    }

    public static void main(String[] arguments) throws Exception {
        new Rounds(arguments).run(CopyOurs::new);
        System.exit(0);
    }

    @Override
    public void copy() throws Exception {
        String url = server.base().toString();
        engine.connect(List.of(new ShelfConnector("a", Part.PSA), new ShelfConnector("b", Part.DOCS)), url);
        await(() -> server.writes() >= contacts && engine.isIdle());
    }

    @Override
    public void copyAgain() throws Exception {
        engine.runAgain();
        await(engine::isIdle);
    }

    private static void await(Callable<Boolean> there) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.call()) {
            if (System.nanoTime() > end) throw new IllegalStateException("The copy doesn't end");
            Thread.sleep(100);
        }
    }

    @Override
    public void close() throws IOException {
        engine.close();
        store.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
