package io.mortise.sync.internal.service;

import static io.mortise.api.Refusal.Reason.INVALID;
import static io.mortise.api.Refusal.Reason.NOT_FOUND;
import static io.mortise.api.Refusal.Reason.STALE;
import static io.mortise.sync.internal.service.Office.draft;
import static io.mortise.sync.internal.service.Office.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Access.Link;
import io.mortise.api.Access.Link.State;
import io.mortise.api.Connections.Connection;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.Mine;
import io.mortise.api.Connections.Terms;
import io.mortise.api.Refusal;
import io.mortise.model.Part;
import io.mortise.model.Secret;
import io.mortise.store.Document;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People's own logins at connected systems. */
class OwnLoginsTest {
    private final Office office = new Office();

    @AfterEach
    void stop() {
        office.close();
    }

    private List<String> pins() {
        return office.secrets.kept.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("login/"))
                .map(entry -> entry.getValue().reveal())
                .toList();
    }

    private List<Document> kept() {
        return office.store.read(s -> s.documents(Logins.NAMESPACE, "", Instant.EPOCH));
    }

    private State link() {
        return office.connections.link(office.ann, Part.DOCS).state();
    }

    @Test
    void f006_who_has_connected_stands_as_connected_with_the_role_there() {
        assertThat(office.mine(office.ann).state()).isEqualTo(State.NOT_CONNECTED);
        assertThat(link()).isEqualTo(State.NOT_CONNECTED);
        Mine mine = office.connect(office.ann, "ann", "1234");
        assertThat(mine.state()).isEqualTo(State.CONNECTED);
        assertThat(mine.role()).isEqualTo("Editor");
        assertThat(mine.email()).isEqualTo("ann@cabinet.example");
        assertThat(mine.settings()).containsOnly(Map.entry("user", "ann"));
        assertThat(mine.secrets()).containsExactly("pin");
        assertThat(office.connections.link(office.ann, Part.DOCS))
                .isEqualTo(new Link(State.CONNECTED, "The cabinet", Optional.of("Editor")));
        assertThat(office.connections.link(office.ann, Part.PSA).state()).isEqualTo(State.ABSENT);
        assertThat(office.mine(new Worker("bob")).state()).isEqualTo(State.NOT_CONNECTED);
    }

    @Test
    void f006_what_is_switched_off_is_offered_to_nobody() {
        office.connect(office.ann, "ann", "1234");
        Connection before = office.connections.list(office.ann).get(0);
        Terms off =
                new Terms(Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        office.connections.change(
                office.ann, office.id, before.version(), new Draft(before.settings(), Map.of()), off, false);
        assertThat(office.connections.mine(office.ann)).isEmpty();
        assertThat(link()).isEqualTo(State.ABSENT);
        refused(
                () -> office.connections.connectMe(office.ann, office.id, 1, draft("ann", "1234"), false),
                NOT_FOUND,
                "no connected system");
    }

    @Test
    void f008_disconnecting_erases_the_login_and_another_one_can_follow() {
        office.connect(office.ann, "ann", "1234");
        office.connections.disconnectMe(office.ann, office.id);
        assertThat(office.mine(office.ann).state()).isEqualTo(State.NOT_CONNECTED);
        assertThat(office.mine(office.ann).version()).isZero();
        assertThat(pins()).isEmpty();
        assertThat(kept()).isEmpty();
        office.connections.disconnectMe(office.ann, office.id);
        Mine other = office.connections.connectMe(office.ann, office.id, 0, draft("bob", "5678"), true);
        assertThat(other.user()).isEqualTo("bob");
        assertThat(pins()).containsExactly("5678");
    }

    @Test
    void a_login_that_the_system_refuses_is_not_kept_and_the_field_is_named() {
        assertThatThrownBy(() -> office.connect(office.ann, "ann", "9999"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.fields()).containsOnlyKeys("pin"))
                .hasMessageContaining("You aren't connected: The cabinet doesn't know this user and PIN.")
                .hasMessageNotContaining("9999");
        assertThat(pins()).isEmpty();
        assertThat(office.mine(office.ann).version()).isZero();
        office.connect(office.ann, "ann", "1234");
        refused(() -> office.connect(office.ann, "ann", "9999"), INVALID, "aren't connected");
        assertThat(office.mine(office.ann).state()).isEqualTo(State.CONNECTED);
        assertThat(pins()).containsExactly("1234");
    }

    @Test
    void a_login_of_another_mailbox_is_taken_only_when_the_person_says_that_it_is_theirs() {
        assertThatThrownBy(() -> office.connect(office.ann, "bob", "5678"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.fields()).containsOnlyKeys("asAnother"))
                .hasMessageContaining("bob@cabinet.example")
                .hasMessageContaining("ann@cabinet.example");
        assertThat(pins()).isEmpty();
        Mine mine = office.connections.connectMe(office.ann, office.id, 0, draft("bob", "5678"), true);
        assertThat(mine.email()).isEqualTo("bob@cabinet.example");
    }

    @Test
    void f007_connecting_again_takes_the_secrets_that_are_kept_and_only_from_the_version_seen() {
        Mine first = office.connect(office.ann, "ann", "1234");
        Draft again = new Draft(Map.of("user", "ann"), Map.of());
        Mine second = office.connections.connectMe(office.ann, office.id, first.version(), again, false);
        assertThat(second.state()).isEqualTo(State.CONNECTED);
        assertThat(pins()).containsExactly("1234");
        refused(
                () -> office.connections.connectMe(office.ann, office.id, first.version(), again, false),
                STALE,
                "changed meanwhile");
        assertThat(pins()).containsExactly("1234");
    }

    @Test
    void who_gives_another_secret_leaves_an_optional_one_of_before_behind() {
        Map<String, Secret> both = Map.of("pin", Secret.of("1234"), "card", Secret.of("old-card"));
        Mine first =
                office.connections.connectMe(office.ann, office.id, 0, new Draft(Map.of("user", "ann"), both), false);
        assertThat(first.secrets()).containsExactlyInAnyOrder("card", "pin");
        Draft again = new Draft(Map.of("user", "ann"), Map.of());
        Mine same = office.connections.connectMe(office.ann, office.id, first.version(), again, false);
        assertThat(same.secrets()).containsExactlyInAnyOrder("card", "pin");
        assertThat(office.connect(office.ann, "ann", "1234").secrets()).containsExactly("pin");
        assertThat(pins()).containsExactly("1234");
    }

    @Test
    void a_login_that_was_withdrawn_is_lost_and_is_not_tried_again_by_itself() {
        office.connect(office.ann, "ann", "1234");
        office.cabinet.revoked.add("ann");
        Mine lost = office.mine(office.ann);
        assertThat(lost.state()).isEqualTo(State.LOST);
        assertThat(lost.trouble()).contains("doesn't know this user");
        assertThat(link()).isEqualTo(State.LOST);
        office.cabinet.revoked.clear();
        assertThat(office.mine(office.ann).state()).isEqualTo(State.LOST);
        Draft again = new Draft(Map.of("user", "ann"), Map.of());
        assertThat(office.connections
                        .connectMe(
                                office.ann, office.id, office.mine(office.ann).version(), again, false)
                        .state())
                .isEqualTo(State.CONNECTED);
    }

    @Test
    void a_system_that_does_not_answer_leaves_the_login_as_it_is() {
        office.connect(office.ann, "ann", "1234");
        office.cabinet.silent = true;
        assertThat(office.mine(office.ann).trouble()).isEqualTo("The cabinet is silent.");
        office.cabinet.silent = false;
        assertThat(office.mine(office.ann).state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void that_another_program_has_the_address_ends_no_login() {
        office.connect(office.ann, "ann", "1234");
        office.cabinet.gone = true;
        assertThat(office.mine(office.ann).trouble()).isEqualTo("It answers 401.");
        office.cabinet.gone = false;
        assertThat(office.mine(office.ann).state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void another_name_of_the_connection_leaves_its_peoples_sessions_open() {
        office.connect(office.ann, "ann", "1234");
        LiveRemote before = open();
        Connection now = office.connections.list(office.ann).get(0);
        Terms named = new Terms(
                Optional.of("Our files"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        office.connections.change(
                office.ann, office.id, now.version(), new Draft(now.settings(), Map.of()), named, false);
        assertThat(open()).isSameAs(before);
        assertThat(before.system()).isEqualTo("Our files");
    }

    private LiveRemote open() {
        return office.engine
                .ownLogins()
                .open(office.ann, office.engine.network().live(office.id).orElseThrow())
                .remote();
    }

    @Test
    void a_login_that_ended_by_itself_is_lost_and_its_end_was_shown() {
        Instant end = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        office.cabinet.until = Optional.of(end);
        assertThat(office.connect(office.ann, "ann", "1234").ends()).contains(end);
        office.cabinet.until = Optional.of(Instant.now().minusSeconds(1));
        Mine over = office.connect(office.ann, "ann", "1234");
        assertThat(over.state()).isEqualTo(State.LOST);
        assertThat(over.trouble()).isEqualTo("This login ended: connect again.");
    }

    @Test
    void a_secret_goes_to_no_other_address_than_the_one_it_was_given_for() {
        office.connect(office.ann, "ann", "1234");
        Connection before = office.connections.list(office.ann).get(0);
        Draft elsewhere = new Draft(Map.of("tenant", "another"), Map.of("key", Secret.of("k")));
        office.connections.change(office.ann, office.id, before.version(), elsewhere, Terms.USUAL, false);
        Mine mine = office.mine(office.ann);
        assertThat(mine.state()).isEqualTo(State.LOST);
        assertThat(mine.trouble()).contains("another address");
        Draft again = new Draft(Map.of("user", "ann"), Map.of());
        refused(
                () -> office.connections.connectMe(office.ann, office.id, mine.version(), again, false),
                INVALID,
                "is needed");
        assertThat(office.connections
                        .connectMe(office.ann, office.id, mine.version(), draft("ann", "1234"), false)
                        .state())
                .isEqualTo(State.CONNECTED);
        assertThat(pins()).containsExactly("1234");
    }

    @Test
    void with_a_connection_go_the_logins_at_it() {
        office.connect(office.ann, "ann", "1234");
        office.connections.remove(office.ann, office.id);
        assertThat(office.secrets.kept).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void r14_a_pin_stands_in_no_document_and_no_text() {
        office.cabinet.people.put("ann", "canary-4711");
        Mine mine = office.connect(office.ann, "ann", "canary-4711");
        assertThat(mine.toString()).doesNotContain("canary");
        assertThat(kept()).extracting(Document::json).hasSize(1).noneMatch(json -> json.contains("canary"));
    }

    @Test
    void a_login_from_the_factory_is_made_once_and_stands_with_its_role_when_it_is_looked_at() {
        Map<String, Object> config =
                Map.of("connection", office.id, "user", "ann", "setting.user", "ann", "secret.pin", "1234");
        new FactoryLogin(office.engine, config);
        assertThat(office.mine(office.ann).role()).isEqualTo("Editor");
        assertThat(office.mine(office.ann).state()).isEqualTo(State.CONNECTED);
        office.connections.disconnectMe(office.ann, office.id);
        new FactoryLogin(office.engine, config);
        assertThat(office.mine(office.ann).state()).isEqualTo(State.NOT_CONNECTED);
        assertThat(pins()).isEmpty();
    }
}
