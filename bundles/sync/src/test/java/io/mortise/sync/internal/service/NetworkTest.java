package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.connector.Fault;
import io.mortise.model.Organization;
import io.mortise.model.Outage;
import io.mortise.model.Part;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.memory.MemoryStore;
import io.mortise.sync.internal.HandClock;
import io.mortise.sync.internal.pace.Budget;
import io.mortise.sync.internal.pace.Turn;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private final HandClock clock = new HandClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final Accounts accounts = new Accounts(store, new Json(), clock);

    private Network network() {
        return new Network(
                accounts,
                new Ledgers(store, new Json(), clock),
                new KeptWords(store, new Json(), clock),
                new KeptSecrets(),
                new Turn(),
                () -> true,
                clock);
    }

    private static Shop shop() {
        return new Shop("shop", Part.PSA, Organization.TYPE);
    }

    private static Account account(Set<String> paused) {
        return new Account("shop-1", "shop", Map.of(), true, true, true, 1, 1, Duration.ZERO, paused);
    }

    private static Account at(String id, String url) {
        return new Account(id, "shop", Map.of("url", url), true, true, true, 1, 1, Duration.ZERO, Set.of());
    }

    private static Budget budget(Network network) {
        return network.live("shop-1").orElseThrow().budget();
    }

    private static int spend(Budget budget) {
        int spent = 0;
        while (budget.take("GET /x", true) == 0) spent++;
        return spent;
    }

    @Test
    void whatWasSpentStaysSpentAcrossASwapASaveAndAKilledProcess() {
        Shop old = shop();
        Network network = network();
        House.keep(accounts, account(Set.of()));
        network.arrive(old);
        assertThat(spend(budget(network))).isEqualTo(5);
        network.leave(old);
        network.arrive(shop());
        assertThat(spend(budget(network))).isZero();
        House.keep(accounts, account(Set.of("*")));
        network.refresh();
        assertThat(spend(budget(network))).isZero();
        Network next = network();
        next.arrive(shop());
        assertThat(spend(budget(next))).isZero();
        clock.pass(Duration.ofMinutes(2));
        assertThat(spend(budget(next))).isEqualTo(3);
    }

    @Test
    void aConnectionThatAStoreInTroubleKeptFromOpeningOpensAtTheNextRefresh() {
        House.keep(accounts, account(Set.of()));
        Network network = network();
        store.onCommit(() -> {
            throw new Outage("the disk is full", null);
        });
        network.arrive(shop());
        assertThat(network.live("shop-1")).isEmpty();
        assertThat(network.isWhole()).isFalse();
        store.onCommit(() -> {});
        network.refresh();
        assertThat(network.isWhole()).isTrue();
        assertThat(network.live("shop-1")).isPresent();
        assertThat(accounts.parts()).containsKey("shop-1");
    }

    @Test
    void whatIsSpentAfterTheRemovalIsntKept() {
        House.keep(accounts, account(Set.of()));
        Network network = network();
        network.arrive(shop());
        Budget budget = budget(network);
        spend(budget);
        assertThat(budgets()).hasSize(1);
        assertThat(accounts.remove("shop-1")).isTrue();
        clock.pass(Duration.ofMinutes(10));
        assertThat(spend(budget)).isPositive();
        assertThat(budgets()).isEmpty();
    }

    private List<Document> budgets() {
        return store.read(s -> s.documents("budget", "", clock.instant()));
    }

    @Test
    void aBadAddressKeepsNoOtherConnectionFromOpening() throws Fault {
        House.keep(accounts, at("bad", "no address"));
        House.keep(accounts, at("good", "https://127.0.0.1"));
        Network network = network();
        network.arrive(shop());
        LiveRemote bad = network.live("bad").orElseThrow();
        assertThatThrownBy(bad::look).isInstanceOf(Fault.class);
        assertThat(bad.trouble()).contains("address");
        network.live("good").orElseThrow().look();
    }
}
