package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Attachments.Given;
import io.mortise.api.Attachments.Kept;
import io.mortise.api.Caller;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Terms;
import io.mortise.api.Once;
import io.mortise.model.Content;
import io.mortise.model.Ref;
import io.mortise.model.Secret;
import io.mortise.model.Ticket;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.memory.MemoryStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A hub with the counter connected to it, and Ann, who gives it files. */
final class Lobby implements AutoCloseable {
    private static final Terms TWO_WAY =
            new Terms(Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty());
    private static final long MOST = 1 << 20;

    final MemoryStore store = new MemoryStore();
    final KeptSecrets secrets = new KeptSecrets();
    final Engine engine = new Engine(store, secrets, () -> true);
    final ConnectionsService connections = new ConnectionsService(engine, secrets);
    final LiveService live = new LiveService(engine);
    final Counter counter = new Counter();
    final Worker ann = new Worker("ann");
    final Path folder;
    final String id;
    private AttachmentsService files;

    Lobby(Path folder) {
        this.folder = folder;
        engine.addConnector(counter);
        id = connections
                .add(
                        new Admin(),
                        "counter",
                        new Draft(Map.of("tenant", "t"), Map.of("key", Secret.of("tenants-key"))),
                        TWO_WAY,
                        false)
                .id();
        connect(ann);
        files = service();
    }

    private AttachmentsService service() {
        return new AttachmentsService(engine, secrets, live, folder, MOST);
    }

    void connect(Worker who) {
        connections.connectMe(who, id, 0, new Draft(Map.of("user", who.id()), Map.of("pin", Secret.of("1"))), false);
    }

    AttachmentsService files() {
        return files;
    }

    /** The files' service dies and comes again; what was in memory is gone. */
    void restart() {
        files.stop();
        files = service();
    }

    /** Whether the counter's connection is switched on. */
    void connected(boolean on) {
        engine.accounts().edit(id, account -> account.enabled(on));
        engine.refresh();
    }

    /** The one ticket, as soon as it is here. */
    Ref ticket() {
        until(() -> !tickets().isEmpty());
        return tickets().get(0).ref();
    }

    private List<Row> tickets() {
        return store.read(s -> s.rows(Query.all(Ticket.TYPE.name(), 10)));
    }

    static void until(BooleanSupplier there) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!there.getAsBoolean() && System.nanoTime() < end) pause();
        assertThat(there.getAsBoolean()).isTrue();
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Given give(Caller who, String name, String text, Optional<Once> once) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Content content = new Content(name, "text/plain", bytes.length, new ByteArrayInputStream(bytes));
        return files.give(who, ticket(), content, once);
    }

    Given give(String name, String text) {
        return give(ann, name, text, Optional.empty());
    }

    List<Kept> kept() {
        return files.kept(ann, ticket());
    }

    String read(String file) throws IOException {
        try (Content content = files.content(ann, ticket(), file)) {
            return new String(content.bytes().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Names of the files at the counter, in the order in which they came. */
    List<String> there() {
        return counter.files.stream().map(Counter.Filed::name).toList();
    }

    long onDisk() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    @Override
    public void close() {
        files.stop();
        live.stop();
        engine.stop();
    }
}
