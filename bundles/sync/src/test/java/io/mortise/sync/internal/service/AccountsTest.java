package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.store.Json;
import io.mortise.store.memory.MemoryStore;
import io.mortise.sync.internal.remote.Account;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Whoever asks for all connections is answered from memory, and never with what was so before the last change. */
class AccountsTest {
    private final MemoryStore store = new MemoryStore();
    private final Accounts accounts = new Accounts(store, new Json(), Clock.systemUTC());

    private boolean isOn() {
        return accounts.all().get(0).enabled();
    }

    @Test
    void each_change_is_seen_by_whoever_asks_next() {
        assertThat(accounts.all()).isEmpty();
        accounts.makeOnce(Account.of("bms", "bms"));
        assertThat(accounts.all()).extracting(Account::id).containsExactly("bms");
        accounts.edit("bms", account -> account.enabled(!isOn()));
        boolean after = isOn();
        accounts.edit("bms", account -> account.enabled(!after));
        assertThat(isOn()).isNotEqualTo(after);
        assertThat(accounts.save(Account.of("vsa", "vsa"), 0)).isTrue();
        assertThat(accounts.all()).hasSize(2);
        assertThat(accounts.save(Account.of("vsa", "vsa"), 0)).isFalse();
        accounts.remove("bms");
        assertThat(accounts.all()).extracting(Account::id).containsExactly("vsa");
    }

    @Test
    void nothing_is_read_while_nothing_changes() {
        accounts.makeOnce(Account.of("bms", "bms"));
        assertThat(accounts.all()).isSameAs(accounts.all());
    }
}
