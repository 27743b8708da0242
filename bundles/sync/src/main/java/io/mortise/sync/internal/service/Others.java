package io.mortise.sync.internal.service;

import io.mortise.api.Refusal;
import io.mortise.sync.internal.remote.Account;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Two connections to one account would be taken for two systems: the second is refused. */
record Others(Engine engine) {
    /** @throws Refusal EXISTS if another one has these settings, however they are written */
    void differ(Form form, Account wanted) {
        refuse("This system", wanted, other -> form.isSame(other.settings(), wanted.settings()));
    }

    /**
     * Whatever address, user or key leads there. May ask the others.
     *
     * @param mark that the vendor gives the account; "" if it gives none
     * @throws Refusal EXISTS if another one has it
     */
    void differ(Account wanted, String mark) {
        if (mark.isEmpty()) return;
        refuse(
                "This account",
                wanted,
                other -> engine.turn().personally(() -> mark(other)).equals(Optional.of(mark)));
    }

    private Optional<String> mark(Account other) {
        return engine.marks().found(other, engine.network().live(other.id()));
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
        engine.accounts().all().stream()
                .filter(other ->
                        other.product().equals(wanted.product()) && !other.id().equals(wanted.id()))
                .filter(same)
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal(
                            Refusal.Reason.EXISTS,
                            what + " is connected already, as "
                                    + engine.network().called(other.id()) + ": change that connection instead.");
                });
    }
}
