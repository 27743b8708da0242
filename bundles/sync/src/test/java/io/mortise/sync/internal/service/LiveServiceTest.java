package io.mortise.sync.internal.service;

import static io.mortise.api.Refusal.Reason.DENIED;
import static io.mortise.api.Refusal.Reason.INVALID;
import static io.mortise.api.Refusal.Reason.NOT_CONNECTED;
import static io.mortise.api.Refusal.Reason.NOT_FOUND;
import static io.mortise.sync.internal.service.Office.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Access.Link.State;
import io.mortise.api.Records.Saved;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Password;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked of a system this moment, with the person's own login. */
class LiveServiceTest {
    private final Office office = new Office();

    @AfterEach
    void stop() {
        office.close();
    }

    private String reveal(Worker who) throws InterruptedException {
        return office.live
                .reveal(who, office.only(Password.TYPE), Password.VALUE)
                .reveal();
    }

    private List<String> asked() {
        return office.cabinet.asked.stream()
                .filter(one -> one.matches(".* (reveal|content|upload)"))
                .toList();
    }

    private Saved upload(Worker who, Ref on, String name) {
        byte[] bytes = "a plan".getBytes(StandardCharsets.UTF_8);
        Content file = new Content(name, "text/plain", bytes.length, new ByteArrayInputStream(bytes));
        return office.live.upload(who, Attachment.TYPE, Fields.of(Attachment.PARENT, on), file);
    }

    private String read(Worker who, Ref attachment) throws IOException {
        try (Content content = office.live.content(who, attachment)) {
            return new String(content.bytes().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void f054_a_password_is_shown_with_the_persons_own_login_and_that_is_written_down() throws Exception {
        office.connect(office.ann, "ann", "1234");
        assertThat(reveal(office.ann)).isEqualTo(Cabinet.VALUE);
        assertThat(asked()).containsExactly("ann reveal");
        Ref password = office.only(Password.TYPE);
        assertThat(office.journal(password))
                .containsExactly("revealed: Worker ann: Password shown, by the own login at The cabinet (ann)");
        List<Entry> journal = office.store.read(s -> s.journal("", 1_000));
        assertThat(journal).extracting(Entry::toString).noneMatch(entry -> entry.contains(Cabinet.VALUE));
        assertThat(office.rows(Password.TYPE))
                .extracting(Object::toString)
                .noneMatch(row -> row.contains(Cabinet.VALUE));
    }

    @Test
    void f111_who_isnt_connected_is_told_so_and_the_tenants_account_isnt_used() throws Exception {
        office.only(Password.TYPE);
        refused(() -> reveal(office.ann), NOT_CONNECTED, "My Settings, Integrations");
        Ref file = office.only(Attachment.TYPE);
        refused(() -> read(office.ann, file), NOT_CONNECTED, "The cabinet");
        Ref acme = office.only(Organization.TYPE);
        refused(() -> upload(office.ann, acme, "plan.txt"), NOT_CONNECTED, "The cabinet");
        assertThat(asked()).isEmpty();
        assertThat(office.journal(acme))
                .singleElement()
                .asString()
                .startsWith("upload-refused: Worker ann: You aren't");
        assertThat(office.journal(file)).singleElement().asString().startsWith("download-refused: Worker ann: You");
    }

    @Test
    void f040_what_the_role_there_denies_is_denied_with_its_reason_and_written_down() throws Exception {
        office.connect(office.ann, "ann", "1234");
        office.cabinet.denied.add("ann");
        refused(() -> reveal(office.ann), DENIED, "Access denied by The cabinet: Your role there is Lite.");
        assertThat(office.journal(office.only(Password.TYPE)))
                .singleElement()
                .asString()
                .startsWith("reveal-refused: Worker ann: Access denied");
        assertThat(office.mine(office.ann).state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void r12_what_the_role_here_denies_is_asked_of_nobody() throws Exception {
        Worker bob = new Worker("bob", Set.of("password.reveal", "attachment.edit"));
        office.connect(bob, "bob", "5678");
        refused(() -> reveal(bob), DENIED, "password.reveal");
        Ref acme = office.only(Organization.TYPE);
        refused(() -> upload(bob, acme, "plan.txt"), DENIED, "attachment.edit");
        assertThat(office.journal(acme))
                .singleElement()
                .asString()
                .startsWith("upload-refused: Worker bob: Your role doesn't include the right attachment.edit");
        Ref file = office.only(Attachment.TYPE);
        Worker blind = new Worker("bob", Set.of("organization.read"));
        refused(() -> read(blind, file), NOT_FOUND, "no such attachment");
        refused(() -> upload(blind, acme, "plan.txt"), NOT_FOUND, "no such organization");
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_login_that_is_withdrawn_in_the_middle_is_lost() throws Exception {
        office.connect(office.ann, "ann", "1234");
        reveal(office.ann);
        office.cabinet.revoked.add("ann");
        int attempts = office.cabinet.attempts.get();
        refused(() -> reveal(office.ann), NOT_CONNECTED, "is lost");
        assertThat(office.mine(office.ann).state()).isEqualTo(State.LOST);
        int before = asked().size();
        refused(() -> reveal(office.ann), NOT_CONNECTED, "is lost");
        assertThat(asked()).hasSize(before);
        assertThat(office.cabinet.attempts).hasValue(attempts + 1);
    }

    @Test
    void f157_a_file_is_fetched_by_who_may_read_it_and_that_is_written_down() throws Exception {
        Worker reader = new Worker("bob", Set.of("attachment.edit", "attachment.reveal", "organization.edit"));
        office.connect(reader, "bob", "5678");
        Ref file = office.only(Attachment.TYPE);
        assertThat(read(reader, file)).isEqualTo("hello");
        try (Content content = office.live.content(reader, file)) {
            assertThat(content.name()).isEqualTo("plan 1.txt");
        }
        assertThat(office.journal(file)).hasSize(2).allMatch(line -> line.startsWith("downloaded: Worker bob: "));
    }

    @Test
    void a_file_that_is_given_is_a_record_here_at_once() throws Exception {
        office.connect(office.ann, "ann", "1234");
        office.only(Attachment.TYPE);
        Ref acme = office.only(Organization.TYPE);
        Saved saved = upload(office.ann, acme, "plan.txt");
        assertThat(saved.at()).containsExactly(new Saved.At("The cabinet", Saved.State.SAVED, ""));
        assertThat(saved.now().get(Attachment.PARENT)).contains(acme);
        assertThat(read(office.ann, saved.now().ref())).isEqualTo("a plan");
        assertThat(asked()).containsExactly("ann upload", "ann content");
        assertThat(office.journal(acme))
                .containsExactly("uploaded: Worker ann: plan.txt attached, by the own login at The cabinet (ann)");
        refused(() -> upload(office.ann, acme, ""), INVALID, "has no name");
        office.cabinet.denied.add("ann");
        refused(() -> upload(office.ann, acme, "plan.txt"), DENIED, "Lite");
        assertThat(office.cabinet.files).hasSize(2);
    }

    @Test
    void what_is_refreshed_is_shown_as_it_is_now_and_asked_with_the_tenants_account() throws Exception {
        Ref password = office.only(Password.TYPE);
        office.cabinet.name = "Renamed there";
        assertThat(office.live.refresh(office.ann, password).get(Password.NAME)).contains("Renamed there");
        assertThat(office.cabinet.asked).contains("tenant password").noneMatch(one -> one.startsWith("ann"));
    }
}
