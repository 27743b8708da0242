package io.mortise.sync.internal.service;

import static io.mortise.api.Refusal.Reason.DENIED;
import static io.mortise.api.Refusal.Reason.FULL;
import static io.mortise.api.Refusal.Reason.INVALID;
import static io.mortise.api.Refusal.Reason.NOT_CONNECTED;
import static io.mortise.api.Refusal.Reason.NOT_FOUND;
import static io.mortise.sync.internal.service.Lobby.until;
import static io.mortise.sync.internal.service.Office.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Attachments.Given;
import io.mortise.api.Attachments.Kept;
import io.mortise.api.Attachments.Kept.State;
import io.mortise.api.Once;
import io.mortise.model.Attachment;
import io.mortise.sync.internal.files.FileBook;
import io.mortise.sync.internal.files.KeptFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are given to tickets arrive, once, whatever happens meanwhile. */
class AttachmentsServiceTest {
    @TempDir
    Path folder;

    private Lobby lobby;

    @BeforeEach
    void open() {
        lobby = new Lobby(folder);
        lobby.ticket();
    }

    @AfterEach
    void stop() {
        lobby.close();
    }

    private void allArrived(String... names) {
        until(() -> lobby.kept().isEmpty());
        assertThat(lobby.there()).containsExactly(names);
    }

    private Kept only() {
        assertThat(lobby.kept()).hasSize(1);
        return lobby.kept().get(0);
    }

    @Test
    void f094_what_is_given_is_there_at_once_and_nothing_of_it_stays_here() throws Exception {
        Given given = lobby.give("plan.txt", "racks: 2");
        assertThat(given.record().orElseThrow().get(Attachment.FILE_NAME)).contains("plan.txt");
        assertThat(lobby.counter.files).containsExactly(new Counter.Filed("f1", "plan.txt", "racks: 2", "ann"));
        assertThat(lobby.kept()).isEmpty();
        assertThat(lobby.onDisk()).isZero();
        assertThat(lobby.secrets.names()).noneMatch(name -> name.startsWith("file/"));
    }

    @Test
    void f094_while_nobody_answers_it_is_kept_and_goes_out_once_afterwards() throws Exception {
        lobby.counter.away = true;
        Kept kept = lobby.give("plan.txt", "racks: 2").kept().orElseThrow();
        assertThat(kept.state()).isEqualTo(State.WAITING);
        assertThat(kept.why())
                .contains("The counter")
                .contains("Nobody is at the counter")
                .doesNotContain("Try again");
        assertThat(only()).isEqualTo(kept);
        assertThat(lobby.read(kept.id())).isEqualTo("racks: 2");
        lobby.counter.away = false;
        allArrived("plan.txt");
        assertThat(lobby.onDisk()).isZero();
        assertThat(lobby.read(kept.id())).isEqualTo("racks: 2"); // from there, by its old address
    }

    @Test
    void f094_an_answer_that_was_lost_sends_nothing_twice() {
        lobby.counter.losing.set(1);
        Kept kept = lobby.give("plan.txt", "racks: 2").kept().orElseThrow();
        assertThat(kept.state()).isEqualTo(State.WAITING);
        assertThat(kept.why()).contains("looked for there before it is sent again");
        allArrived("plan.txt");
        assertThat(lobby.counter.tries).hasValue(1);
    }

    @Test
    void another_file_of_that_name_is_not_taken_for_it() {
        lobby.counter.files.add(new Counter.Filed("f0", "plan.txt", "racks: 3", "somebody"));
        lobby.counter.away = true;
        lobby.give("plan.txt", "racks: 2");
        FileBook book = new FileBook(lobby.store, Clock.systemUTC());
        lobby.files().stop();
        KeptFile file = book.all().get(0);
        book.put(file.left(1, List.of())); // as a crash leaves it right after it was noted, before it left
        lobby.counter.away = false;
        lobby.restart();
        allArrived("plan.txt", "plan.txt");
    }

    @Test
    void f094_after_a_crash_it_is_looked_for_before_it_is_sent_again() {
        lobby.counter.losing.set(1);
        lobby.give("plan.txt", "racks: 2");
        lobby.restart();
        allArrived("plan.txt");
        assertThat(lobby.counter.tries).hasValue(1);
    }

    @Test
    void the_same_file_given_twice_on_purpose_is_there_twice() {
        lobby.give("plan.txt", "racks: 2");
        lobby.counter.losing.set(1);
        lobby.give("plan.txt", "racks: 2");
        allArrived("plan.txt", "plan.txt");
        assertThat(lobby.counter.tries).hasValue(2);
    }

    @Test
    void those_of_one_ticket_go_out_in_the_order_in_which_they_were_given() {
        lobby.counter.away = true;
        for (String name : List.of("1.txt", "2.txt", "3.txt")) lobby.give(name, name);
        assertThat(lobby.kept()).extracting(Kept::name).containsExactly("1.txt", "2.txt", "3.txt");
        lobby.counter.away = false;
        allArrived("1.txt", "2.txt", "3.txt");
    }

    @Test
    void what_is_refused_while_one_waits_is_not_kept() throws Exception {
        lobby.counter.refuses = "no files on Sundays";
        refused(() -> lobby.give("plan.txt", "racks: 2"), INVALID, "No files on Sundays");
        assertThat(lobby.kept()).isEmpty();
        assertThat(lobby.onDisk()).isZero();
    }

    @Test
    void what_is_refused_later_says_why_and_waits_for_a_word() throws Exception {
        lobby.counter.away = true;
        String id = lobby.give("plan.txt", "racks: 2").kept().orElseThrow().id();
        lobby.counter.refuses = "no files on Sundays";
        lobby.counter.away = false;
        until(() -> only().state() == State.REFUSED);
        assertThat(only().why()).contains("No files on Sundays");
        Kept again = lobby.files().retry(lobby.ann, lobby.ticket(), id).kept().orElseThrow();
        assertThat(again.state()).isEqualTo(State.REFUSED);
        lobby.counter.refuses = "";
        assertThat(lobby.files().retry(lobby.ann, lobby.ticket(), id).record()).isPresent();
        assertThat(lobby.there()).containsExactly("plan.txt");
    }

    @Test
    void what_is_thrown_away_is_gone_and_never_sent() throws Exception {
        lobby.counter.away = true;
        String id = lobby.give("plan.txt", "racks: 2").kept().orElseThrow().id();
        Worker bob = new Worker("bob", Set.of("attachment.edit"));
        refused(() -> lobby.files().discard(bob, lobby.ticket(), id), DENIED, "attachment.edit");
        lobby.files().discard(lobby.ann, lobby.ticket(), id);
        assertThat(lobby.kept()).isEmpty();
        assertThat(lobby.onDisk()).isZero();
        refused(() -> lobby.read(id), NOT_FOUND, "no such file");
        lobby.counter.away = false;
        lobby.give("other.txt", "x");
        allArrived("other.txt");
    }

    @Test
    void f094_the_same_request_again_gives_the_same_file() {
        Optional<Once> once = Optional.of(new Once("k1", "asked"));
        lobby.counter.away = true;
        String id = lobby.give(lobby.ann, "plan.txt", "racks: 2", once)
                .kept()
                .orElseThrow()
                .id();
        assertThat(lobby.give(lobby.ann, "plan.txt", "racks: 2", once)
                        .kept()
                        .orElseThrow()
                        .id())
                .isEqualTo(id);
        refused(() -> lobby.give(lobby.ann, "plan.txt", "racks: 9", once), INVALID, "Idempotency-Key");
        lobby.counter.away = false;
        allArrived("plan.txt");
        assertThat(lobby.give(lobby.ann, "plan.txt", "racks: 2", once).record()).isPresent();
        assertThat(lobby.there()).containsExactly("plan.txt");
    }

    @Test
    void who_isnt_connected_there_is_told_so_and_nothing_is_kept() throws Exception {
        Worker bob = new Worker("bob");
        refused(() -> lobby.give(bob, "plan.txt", "x", Optional.empty()), NOT_CONNECTED, "My Settings, Integrations");
        assertThat(lobby.kept()).isEmpty();
        assertThat(lobby.onDisk()).isZero();
    }

    @Test
    void more_than_there_is_room_for_is_refused_and_what_waits_stays() {
        lobby.counter.away = true;
        lobby.give("a.txt", "a".repeat(700_000));
        refused(() -> lobby.give("b.txt", "b".repeat(700_000)), FULL, "no room");
        assertThat(lobby.kept()).extracting(Kept::name).containsExactly("a.txt");
        lobby.counter.away = false;
        allArrived("a.txt");
        assertThat(lobby.give("b.txt", "b".repeat(700_000)).record()).isPresent();
    }

    @Test
    void f094_without_a_psa_files_are_kept_here_and_go_along_when_one_is_connected() throws Exception {
        lobby.connected(false);
        Kept kept = lobby.give("plan.txt", "racks: 2").kept().orElseThrow();
        assertThat(kept.state()).isEqualTo(State.HERE);
        assertThat(kept.why()).isEmpty();
        lobby.restart();
        assertThat(only()).isEqualTo(kept);
        assertThat(lobby.read(kept.id())).isEqualTo("racks: 2");
        lobby.connected(true);
        allArrived("plan.txt");
        assertThat(lobby.onDisk()).isZero();
    }

    @Test
    void f094_without_a_psa_who_may_edit_takes_a_file_away() throws Exception {
        lobby.connected(false);
        Kept kept = lobby.give("plan.txt", "racks: 2").kept().orElseThrow();
        Worker reader = new Worker("bob", Set.of("attachment.edit"));
        assertThat(lobby.files().kept(reader, lobby.ticket())).containsExactly(kept);
        refused(() -> lobby.give(reader, "x.txt", "x", Optional.empty()), DENIED, "attachment.edit");
        Worker blind = new Worker("eve", Set.of("ticket.read"));
        refused(() -> lobby.files().kept(blind, lobby.ticket()), NOT_FOUND, "no such ticket");
        refused(() -> lobby.files().content(blind, lobby.ticket(), kept.id()), NOT_FOUND, "no such ticket");
        lobby.files().discard(lobby.ann, lobby.ticket(), kept.id());
        assertThat(lobby.kept()).isEmpty();
        assertThat(lobby.onDisk()).isZero();
    }
}
