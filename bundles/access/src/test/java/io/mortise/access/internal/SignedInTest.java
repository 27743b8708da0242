package io.mortise.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Refusal;
import io.mortise.api.Sessions.Session;
import io.mortise.model.Right;
import io.mortise.model.Secret;
import io.mortise.store.memory.MemoryStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignedInTest {
    private static final Secret GOOD = Secret.of("correct horse battery");
    private final Passing clock = new Passing();
    private final MemoryStore store = new MemoryStore(clock);
    private final SetUp setUp = new SetUp("http://127.0.0.1:8080");
    private final SignedIn sessions = new SignedIn(store, clock, new Passwords(new SecureRandom(), 10), setUp);

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
    void r17_without_users_the_one_time_link_makes_the_first_administrator_and_only_the_first() {
        assertThat(sessions.awaitsSetUp()).isTrue();
        assertThatThrownBy(() -> sessions.setUp(Secret.of("guess"), "ann", "Ann", GOOD))
                .isInstanceOf(Refusal.class);
        addAdmin();
        assertThat(sessions.awaitsSetUp()).isFalse();
        assertThatThrownBy(() -> sessions.setUp(Secret.of("guess"), "eve", "Eve", GOOD))
                .hasMessageContaining("used");
    }

    private static final class Passing extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration d) {
            now = now.plus(d);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
