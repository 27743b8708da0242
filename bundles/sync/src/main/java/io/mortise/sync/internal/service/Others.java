package io.mortise.sync.internal.service;

import io.mortise.api.Refusal;
import io.mortise.sync.internal.remote.Account;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Two connections to one account would be taken for two systems: the second is refused. */
record Others(Engine engine) {
    /** @throws Refusal EXISTS if another one has these settings, however they are written */
    void differ(Form form, Account wanted) {
        refuse("This system", wanted, other -> form.isSame(other.settings(), wanted.settings()));
    }

    /**
     * Whatever address, user or key leads there, as far as it is known.
     *
     * @param mark that the vendor gives the account; "" if it gives none
     * @throws Refusal EXISTS if another one has it
     */
    void differ(Account wanted, String mark) {
        if (mark.isEmpty()) return;
        refuse("This account", wanted, other -> engine.marks().known(other).equals(Optional.of(mark)));
    }

    /** Finds out which accounts the others of this product have. Waits for their vendors: no lock may be held. */
    void ask(Account wanted) {
        engine.turn()
                .forPerson(() -> ofProduct(wanted)
                        .forEach(other -> engine.network()
                                .live(other.id())
                                .ifPresent(live -> engine.marks().find(other, live))));
    }

    private Stream<Account> ofProduct(Account wanted) {
        return engine.accounts().all().stream()
                .filter(other ->
                        other.product().equals(wanted.product()) && !other.id().equals(wanted.id()));
    }

    /** @throws Refusal INVALID if another one is called so */
    void named(Account wanted) {
        if (wanted.name().isEmpty()) return;
        boolean taken = engine.accounts().all().stream()
                .filter(other -> !other.id().equals(wanted.id()))
                .anyMatch(other -> engine.network().called(other.id()).equalsIgnoreCase(wanted.name()));
        if (taken)
            throw Refusal.invalid(
                    "Another connection is called " + wanted.name() + " already.",
                    Map.of("name", "is another connection's name already"));
    }

    private void refuse(String what, Account wanted, Predicate<Account> same) {
        ofProduct(wanted).filter(same).findFirst().ifPresent(other -> {
            throw new Refusal(
                    Refusal.Reason.EXISTS,
                    what + " is connected already, as " + engine.network().called(other.id())
                            + ": change that connection instead.");
        });
    }
}
