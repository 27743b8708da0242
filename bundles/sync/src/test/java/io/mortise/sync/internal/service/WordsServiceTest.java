package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Words.Word;
import io.mortise.model.Choice;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.store.Link;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.memory.MemoryStore;
import io.mortise.sync.internal.remote.Account;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordsServiceTest {
    private static final Choice IN_USE = new Choice("7", "In Use");
    private static final Choice RETIRED = new Choice("8", "Retired");
    private static final Choice ACTIVE = new Choice("a", "Active");
    private static final Choice OFF = new Choice("b", "Off");
    private static final Caller ADMIN = new Admin();

    private final MemoryStore store = new MemoryStore();
    private Engine engine = open();
    private WordsService words = new WordsService(engine);
    private final Bureau desk = new Bureau("desk", Part.PSA, IN_USE, IN_USE, RETIRED);
    private final Bureau books = new Bureau("books", Part.DOCS, OFF, ACTIVE, OFF);

    @BeforeEach
    void connect() throws Exception {
        for (Bureau bureau : List.of(desk, books)) {
            String id = bureau.descriptor().id();
            House.keep(
                    engine.accounts(),
                    new Account(id, id, Map.of(), true, true, true, 1, 1, Duration.ofMillis(200), Set.of()));
            engine.addConnector(bureau);
        }
        await(() -> word().isPresent() && isLinked());
    }

    private Engine open() {
        return new Engine(store, new KeptSecrets(), () -> true, Duration.ZERO);
    }

    @AfterEach
    void stop() {
        engine.stop();
    }

    /** As after a crash: what was in memory is gone. */
    private void restart() {
        engine.stop();
        engine = open();
        words = new WordsService(engine);
        engine.addConnector(desk);
        engine.addConnector(books);
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!wanted.getAsBoolean() && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(20);
        assertThat(wanted.getAsBoolean()).isTrue();
    }

    private boolean isLinked() {
        return row().stream()
                .flatMap(row -> store.read(s -> s.links(row.ref())).stream())
                .anyMatch(link -> link.connection().equals("books") && link.state() == Link.State.LINKED);
    }

    private Optional<Row> row() {
        return store.read(s -> s.rows(Query.all("organization", 10))).stream().findFirst();
    }

    private Optional<Word> word() {
        return engine.network().live("books").filter(r -> !r.types().isEmpty()).stream()
                .flatMap(r -> words.of(ADMIN, "books").stream())
                .filter(list -> list.field().equals(Organization.STATUS.name()))
                .flatMap(list -> list.words().stream())
                .findFirst();
    }

    /** All is read several times more. */
    private void moreReadings() throws InterruptedException {
        for (Bureau bureau : List.of(desk, books)) {
            int before = bureau.readings.get();
            await(() -> bureau.readings.get() > before + 3);
        }
    }

    private void say(String ours, String theirs, boolean inward) {
        words.say(
                ADMIN, "books", "organization", Organization.STATUS.name(), ours, Optional.ofNullable(theirs), inward);
    }

    @Test
    void aWordThatTheirListLacksWaitsUntilSomebodySaysWhatItIsThere() throws Exception {
        assertThat(word()).contains(new Word(Choice.named("In Use"), 1, Optional.empty(), false, false));
        assertThat(books.writes).hasValue(0);

        say("in use", "a", true);

        await(() -> books.status.equals(ACTIVE));
        assertThat(word()).contains(new Word(Choice.named("In Use"), 1, Optional.of(ACTIVE), true, true));
        moreReadings();
        assertThat(books.writes).hasValue(1);
        assertThat(desk.writes).hasValue(0);
    }

    @Test
    void anotherReadingIsNobodysEdit() throws Exception {
        say("in use", "a", false);
        await(() -> books.status.equals(ACTIVE));
        say("in use", "a", true);
        say("in use", null, true);
        moreReadings();
        assertThat(desk.status).isEqualTo(IN_USE);
        assertThat(desk.writes).hasValue(0);
        assertThat(word().orElseThrow().ours()).isEqualTo(Choice.named("In Use"));
    }

    @Test
    void manyWordsSaidAtOnceAreFollowedByOneLookAtItsRecords() throws Exception {
        engine.stop();
        engine = new Engine(store, new KeptSecrets(), () -> true, Duration.ofHours(1));
        words = new WordsService(engine);
        engine.addConnector(desk);
        engine.addConnector(books);
        await(() -> word().isPresent());
        say("in use", "a", false);
        int before = books.readings.get();
        for (String entry : List.of("b", "a", "b", "a", "b", "a")) say("in use", entry, false);
        assertThat(books.readings.get()).isLessThanOrEqualTo(before + 1); // one may have been under way

        engine.reader("books").orElseThrow().readAll();
        await(() -> books.readings.get() > before + 1 && books.status.equals(ACTIVE));
    }

    @Test
    void whatCantBeSaidIsRefusedAndNothingChanges() {
        for (Runnable wrong : List.<Runnable>of(
                () -> say("no such word", "a", true),
                () -> say("in use", "no such entry", true),
                () -> words.say(ADMIN, "books", "organization", "name", "in use", Optional.of("a"), true),
                () -> words.say(ADMIN, "books", "ticket", "status", "in use", Optional.of("a"), true)))
            assertThatThrownBy(wrong::run)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID));
        assertThat(word().orElseThrow().theirs()).isEmpty();
    }

    @Test
    void whatACrashBreaksOffIsFinishedBeforeTheConnectionIsUsedAgain() throws Exception {
        int crashes = 0;
        while (Crashes.atStep(store, crashes, () -> say("in use", "a", true))) {
            crashes++;
            restart();
            await(() -> word().isPresent());
            say("in use", null, true);
        }
        assertThat(crashes).isGreaterThan(2);
        await(() -> books.status.equals(ACTIVE));
        await(() -> word().isPresent()); // the connection is used again
        assertThat(desk.writes).hasValue(0);
        assertThat(word().orElseThrow().ours()).isEqualTo(Choice.named("In Use"));
    }
}
