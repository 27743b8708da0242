package io.mortise.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Sessions.Session;
import io.mortise.model.Right;
import io.mortise.model.Secret;
import io.mortise.store.memory.MemoryStore;
import io.mortise.store.memory.PassingClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignedInTest {
    private static final Secret GOOD = Secret.of("correct horse battery");
    private final PassingClock clock = new PassingClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final SignedIn sessions =
            new SignedIn(store, clock, new Passwords(new SecureRandom(), 10), new SetUp(Path.of("unused"), clock));

    private void addAdmin() {
        Passwords passwords = new Passwords(new SecureRandom(), 10);
        new Users(store, new io.mortise.store.Json(), clock)
                .add(new User("ann", "Ann", "ann@example.org", Role.ADMIN, passwords.keep(GOOD), true));
    }

    @Test
    void the_right_password_opens_a_session_with_the_roles_rights() {
        addAdmin();
        Session session = sessions.signIn("ann", GOOD, "127.0.0.1");
        assertThat(session.roles()).containsExactly("admin");
        assertThat(session.caller().may(Right.named("modules.manage"))).isTrue();
        assertThat(sessions.find(session.cookie()).orElseThrow().csrf()).isEqualTo(session.csrf());
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_told_in_the_same_words() {
        addAdmin();
        assertThatThrownBy(() -> sessions.signIn("ann", Secret.of("nope"), "x"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The name or the password is wrong.");
        assertThatThrownBy(() -> sessions.signIn("nobody", GOOD, "x")).hasMessage("The name or the password is wrong.");
    }

    @Test
    void r17_after_five_failures_each_try_has_to_wait_even_the_right_one() {
        addAdmin();
        for (int i = 0; i < 5; i++)
            assertThatThrownBy(() -> sessions.signIn("ann", Secret.of("nope"), "x"))
                    .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> sessions.signIn("ann", GOOD, "x")).hasMessageContaining("Wait");
        clock.pass(Duration.ofMinutes(1));
        assertThat(sessions.signIn("ann", GOOD, "x").roles()).isNotEmpty();
    }

    @Test
    void r16_a_quiet_session_ends_and_so_does_a_day_old_one() {
        addAdmin();
        Session quiet = sessions.signIn("ann", GOOD, "x");
        clock.pass(Duration.ofHours(3));
        assertThat(sessions.find(quiet.cookie())).isEmpty();
        Session busy = sessions.signIn("ann", GOOD, "x");
        for (int i = 0; i < 23; i++) {
            clock.pass(Duration.ofHours(1));
            assertThat(sessions.find(busy.cookie())).isPresent();
        }
        clock.pass(Duration.ofHours(2));
        assertThat(sessions.find(busy.cookie())).isEmpty();
    }

    @Test
    void signing_out_ends_the_session_at_once() {
        addAdmin();
        Session session = sessions.signIn("ann", GOOD, "x");
        sessions.find(session.cookie());
        sessions.end(session.cookie());
        assertThat(sessions.find(session.cookie())).isEmpty();
    }

    @Test
    void r14_neither_cookie_nor_token_nor_password_is_kept_readable() {
        addAdmin();
        Session session = sessions.signIn("ann", GOOD, "x");
        Secret token =
                sessions.newToken(session.caller(), "backup", Optional.empty()).secret();
        String all = store.read(s -> s.documents("session", "", clock.instant()).toString()
                + s.documents("token", "", clock.instant())
                + s.documents("user", "", clock.instant()));
        assertThat(all).doesNotContain(session.cookie().reveal(), token.reveal(), GOOD.reveal());
    }

    @Test
    void a_token_speaks_for_its_owner_until_it_is_ended() {
        addAdmin();
        Session session = sessions.signIn("ann", GOOD, "x");
        var made = sessions.newToken(session.caller(), "backup", Optional.of(Duration.ofDays(1)));
        assertThat(sessions.bearer(made.secret()).orElseThrow().id()).isEqualTo("ann");
        sessions.endToken(session.caller(), made.token().id());
        assertThat(sessions.bearer(made.secret())).isEmpty();
    }

    @Test
    void a_token_makes_and_ends_no_token() {
        addAdmin();
        Session session = sessions.signIn("ann", GOOD, "x");
        var made = sessions.newToken(session.caller(), "backup", Optional.of(Duration.ofDays(1)));
        Caller script = sessions.bearer(made.secret()).orElseThrow();
        assertThat(script.may(Right.named("modules.manage"))).isTrue();
        assertThatThrownBy(() -> sessions.newToken(script, "for ever", Optional.empty()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Refusal.Reason.DENIED));
        assertThatThrownBy(() -> sessions.endToken(script, made.token().id())).isInstanceOf(Refusal.class);
        assertThat(sessions.tokens(session.caller())).hasSize(1);
    }

    @Test
    void a_token_lasts_for_a_while_that_can_be() {
        addAdmin();
        Caller ann = sessions.signIn("ann", GOOD, "x").caller();
        for (Duration bad : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofSeconds(Long.MAX_VALUE)))
            assertThatThrownBy(() -> sessions.newToken(ann, "backup", Optional.of(bad)))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.fields()).containsKey("lasts"));
    }

    @Test
    void who_was_made_or_ended_stays_so_after_a_power_failure() {
        addAdmin();
        Session session = sessions.signIn("ann", GOOD, "x");
        Secret token =
                sessions.newToken(session.caller(), "backup", Optional.empty()).secret();
        store.losePower();
        assertThat(sessions.bearer(token)).isPresent();
        sessions.end(session.cookie());
        store.losePower();
        assertThat(sessions.find(session.cookie())).isEmpty();
    }
}
