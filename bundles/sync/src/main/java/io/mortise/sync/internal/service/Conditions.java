package io.mortise.sync.internal.service;

import io.mortise.api.Connections.Terms;
import io.mortise.api.Refusal;
import io.mortise.sync.internal.remote.Account;
import java.util.Map;

/** How a system takes part, put over how it took part before. */
record Conditions(Terms terms) {
    private static final int LONGEST = 60;

    /** @param speaks whether it is two-way where nothing is said */
    Account over(Account a, boolean speaks) {
        terms.share().filter(share -> !(share > 0 && share <= 1)).ifPresent(share -> {
            throw Refusal.invalid(
                    "The share of the vendor's limits is above 0 and at most 1, which is 100 %.",
                    Map.of("share", "is from 1 % to 100 %"));
        });
        return new Account(
                a.id(),
                a.product(),
                a.settings(),
                terms.enabled().orElse(a.enabled()),
                terms.twoWay().orElse(speaks),
                terms.linkEqualNames().orElse(a.equalNames()),
                terms.share().orElse(a.share()),
                a.speed(),
                a.poll(),
                a.paused(),
                terms.without().orElse(a.without()),
                a.keys(),
                terms.name().map(Conditions::clean).orElse(a.name()));
    }

    private static String clean(String name) {
        String text = name.strip().replaceAll("\\s+", " ");
        if (text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl)) return text;
        throw Refusal.invalid(
                "A connection's name has at most " + LONGEST + " characters.",
                Map.of("name", "has at most " + LONGEST + " characters"));
    }
}
