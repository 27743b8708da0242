package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Connections.Connection;
import io.mortise.api.Connections.Draft;
import io.mortise.api.Connections.FieldGuarantee;
import io.mortise.api.Connections.Guarantee;
import io.mortise.api.Connections.Terms;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.connector.Fault;
import io.mortise.model.Secret;
import io.mortise.sync.internal.remote.LiveRemote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

class ConnectionsServiceTest extends Setup {
    private List<String> keptSecrets() {
        return secrets.kept.values().stream().map(Secret::reveal).toList();
    }

    private static void refused(ThrowableAssert.ThrowingCallable work, Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    @Test
    void a_connection_stays_with_its_product() {
        String id = add("acme", "t").id();
        assertThatThrownBy(() -> connections.test(admin, "other", draft("t", "k"), Optional.of(id)))
                .hasMessageContaining("stays with its product");
    }

    @Test
    void the_very_same_system_is_connected_once() {
        add("acme", "t");
        refused(() -> add("acme", "T"), Reason.EXISTS);
        String two = add("acme", "u").id();
        refused(() -> connections.change(admin, two, 1, draft("t", "k"), Terms.USUAL, false), Reason.EXISTS);
        assertThat(connections.list(admin)).hasSize(2);
    }

    @Test
    void another_way_of_writing_an_address_is_no_other_system() {
        add("acme", "https://one.example");
        for (String same : List.of("https://ONE.example/", "https://one.example:443", "https://one.example./"))
            refused(() -> add("acme", same), Reason.EXISTS);
        add("acme", "https://one.example:8443");
        assertThat(connections.list(admin)).hasSize(2);
    }

    @Test
    void what_cant_be_so_is_told_by_its_settings_name_and_nothing_is_kept() {
        Draft wrong = new Draft(Map.of("tenant", " ", "tenent", "t", "key", "in clear"), Map.of());
        assertThatThrownBy(() -> connections.add(admin, "acme", wrong, Terms.USUAL, true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.fields())
                                .containsEntry("tenant", "is needed")
                                .containsEntry("tenent", "is no setting of Toy of acme")
                                .containsEntry("key", "is a secret, and is given as one"))
                .hasMessageNotContaining("in clear");
        assertThat(connections.list(admin)).isEmpty();
        assertThat(secrets.kept).isEmpty();
    }

    @Test
    void what_fails_its_test_is_kept_only_when_the_admin_says_so() {
        toy.atSignIn = Optional.of(Fault.of(Fault.Remedy.SIGN_IN, "a wrong key").about("key"));
        assertThatThrownBy(() -> add("acme", "t"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.fields()).containsOnlyKeys("key"))
                .hasMessageContaining("Nothing was saved")
                .hasMessageContaining("A wrong key.");
        assertThat(connections.list(admin)).isEmpty();
        assertThat(secrets.kept).isEmpty();

        connections.add(admin, "acme", draft("t", "k"), Terms.USUAL, true);
        assertThat(connections.list(admin)).hasSize(1);
    }

    @Test
    void secrets_and_settings_change_together_or_not_at_all() {
        Connection before = add("acme", "t");
        assertThat(keptSecrets()).containsExactly("k");
        store.onCommit(() -> {
            throw new IllegalStateException("crash");
        });
        try {
            assertThatThrownBy(() ->
                            connections.change(admin, before.id(), 1, draft("new", "new-key"), Terms.USUAL, false))
                    .hasMessage("crash");
            assertThatThrownBy(() -> add("acme", "second")).hasMessage("crash");
        } finally {
            store.onCommit(() -> {});
        }
        assertThat(keptSecrets()).containsExactly("k");
        assertThat(connections.list(admin)).singleElement().satisfies(c -> {
            assertThat(c.settings()).containsEntry("tenant", "t");
            assertThat(c.secrets()).containsExactly("key");
        });
    }

    @Test
    void a_set_of_secrets_that_isnt_kept_whole_leaves_nothing_behind() {
        Connection before = add("acme", "t");
        secrets.afterKeeping = () -> {
            throw new IllegalStateException("half kept");
        };
        assertThatThrownBy(() -> connections.change(
                        admin, before.id(), before.version(), draft("t", "new-key"), Terms.USUAL, false))
                .hasMessage("half kept");
        assertThatThrownBy(() -> add("acme", "second")).hasMessage("half kept");
        assertThat(keptSecrets()).containsExactly("k");
        assertThat(connections.list(admin)).extracting(Connection::version).containsExactly(before.version());
    }

    @Test
    void secrets_left_out_stay_and_a_new_one_replaces_the_old() {
        Connection made = add("acme", "t");
        Draft renamed = new Draft(Map.of("tenant", "u"), Map.of());
        Connection changed = connections.change(admin, made.id(), made.version(), renamed, Terms.USUAL, false);
        assertThat(changed.settings()).containsEntry("tenant", "u");
        assertThat(keptSecrets()).containsExactly("k");
        LiveRemote first = engine.network().live(made.id()).orElseThrow();

        connections.change(admin, made.id(), changed.version(), draft("u", "k2"), Terms.USUAL, false);
        assertThat(keptSecrets()).containsExactly("k2");
        assertThat(engine.network().live(made.id())).isPresent().get().isNotSameAs(first);
        refused(
                () -> connections.change(admin, made.id(), changed.version(), renamed, Terms.USUAL, false),
                Reason.STALE);
    }

    @Test
    void a_kept_secret_is_sent_to_no_other_address() {
        Connection made = add("acme", "https://one.example");
        Draft elsewhere = new Draft(Map.of("tenant", "https://two.example"), Map.of());
        refused(
                () -> connections.change(admin, made.id(), made.version(), elsewhere, Terms.USUAL, true),
                Reason.INVALID);
        refused(() -> connections.test(admin, "acme", elsewhere, Optional.of(made.id())), Reason.INVALID);
        Draft here = new Draft(Map.of("tenant", "https://one.example/"), Map.of());
        assertThat(connections.test(admin, "acme", here, Optional.of(made.id())).standing())
                .isPresent();
    }

    @Test
    void the_terms_of_a_connection_are_the_admins_and_switching_off_needs_no_test() {
        Connection made = add("acme", "t");
        assertThat(made.share()).isEqualTo(0.6);
        toy.atSignIn = Optional.of(Fault.of(Fault.Remedy.SIGN_IN, "a wrong key"));
        Terms terms = new Terms(
                Optional.of(false),
                Optional.of(false),
                Optional.of(true),
                Optional.of(0.25),
                Optional.of(Set.of("organization")));
        Connection off = connections.change(
                admin, made.id(), made.version(), new Draft(Map.of("tenant", "t"), Map.of()), terms, false);
        assertThat(List.of(off.enabled(), off.twoWay(), off.linkEqualNames())).containsExactly(false, false, true);
        assertThat(off.share()).isEqualTo(0.25);
        assertThat(off.without()).containsExactly("organization");
        assertThat(engine.network().live(made.id())).isEmpty();
        refused(
                () -> connections.change(
                        admin,
                        made.id(),
                        off.version(),
                        new Draft(Map.of("tenant", "t"), Map.of()),
                        new Terms(
                                Optional.of(true),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(1.5),
                                Optional.empty()),
                        true),
                Reason.INVALID);
    }

    @Test
    void a_type_that_is_left_out_is_not_exchanged() throws Fault {
        Terms none = new Terms(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Set.of("organization")));
        String id = connections.add(admin, "acme", draft("t", "k"), none, false).id();
        LiveRemote live = engine.network().live(id).orElseThrow();
        live.look();
        assertThat(live.types()).isEmpty();
        assertThat(live.lane("organization")).isEmpty();
        assertThatThrownBy(() -> live.call("organization", lane -> lane)).hasMessageContaining("doesn't exchange");
        assertThat(connections.guarantees(admin, id))
                .extracting(Guarantee::type)
                .containsExactly("organization");
    }

    @Test
    void what_a_lane_promises_is_told_in_words() {
        Guarantee toys = connections.guarantees(admin, add("acme", "t").id()).get(0);
        assertThat(toys.deletionsSeen().holds()).isTrue();
        assertThat(toys.noDuplicate().why()).isEqualTo("Nothing is created there.");
        assertThat(toys.changesSeen().why())
                .isEqualTo("All records are read as often as others are asked what was changed.");
        assertThat(toys.fields()).filteredOn(FieldGuarantee::changed).isEmpty();
    }
}
