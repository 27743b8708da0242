package io.mortise.sync.internal.service;

import io.mortise.connector.Descriptor;
import io.mortise.sync.internal.remote.Account;
import java.util.List;
import java.util.Optional;

/**
 * What people call a connection: the name that it was given; otherwise its product's, with what tells it from others that
 * would be called the same.
 */
record Called(List<Account> all) {
    /**
     * @param vendor what its product is called
     * @param product empty while its connector isn't installed
     */
    String of(Account account, String vendor, Optional<Descriptor> product) {
        if (!account.name().isEmpty()) return account.name();
        List<Account> others = all.stream()
                .filter(other -> !other.id().equals(account.id()) && isCalled(other, vendor, account.product()))
                .toList();
        if (others.isEmpty()) return vendor;
        return vendor + " (" + product.flatMap(d -> telling(account, d, others)).orElse(account.id()) + ")";
    }

    /** Is it the product's name that it was given, or has it none and is of that product? */
    private static boolean isCalled(Account other, String vendor, String product) {
        return other.name().isEmpty()
                ? other.product().equals(product)
                : other.name().equalsIgnoreCase(vendor);
    }

    /** Addresses say least: they come last. */
    private static Optional<String> telling(Account account, Descriptor product, List<Account> others) {
        return product.addressed().stream()
                .filter(name -> !value(account, name).isEmpty())
                .filter(name ->
                        others.stream().noneMatch(other -> value(other, name).equals(value(account, name))))
                .map(name -> value(account, name))
                .min((a, b) -> Boolean.compare(a.contains("://"), b.contains("://")));
    }

    private static String value(Account account, String setting) {
        return account.settings().getOrDefault(setting, "");
    }
}
