package io.mortise.sandbox.internal.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Decides which customers and machines a second RMM looks after, with dice of its own: the world before stays as it is. */
final class Managing {
    /** Makes another stream of the same seed. */
    static final long STREAM = 0x5C0_4711_2B1DL;

    private static final double SHARE = 0.24;
    private static final int FEWEST = 2;

    private final Words words;
    private final List<Company> companies;

    Managing(Words words, List<Company> companies) {
        this.words = words;
        this.companies = companies;
    }

    List<Managed> draw() {
        List<Managed> managed = new ArrayList<>();
        for (int company : drawn()) {
            managed.add(managed(company, managed.size()));
        }
        return managed;
    }

    private Set<Integer> drawn() {
        int customers = companies.size() - 1;
        int count = Math.min(customers, Math.max(FEWEST, (int) Math.round(customers * SHARE)));
        Set<Integer> drawn = new TreeSet<>();
        while (drawn.size() < count) {
            drawn.add(words.number(1, customers));
        }
        return drawn;
    }

    private Managed managed(int number, int place) {
        Company company = companies.get(number);
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < company.machines().size(); i++) {
            if (words.chance(company.machines().get(i).computer() ? 70 : 40)) {
                known.add(i);
            }
        }
        // Codes of their own, lest a new machine is named like a known one.
        Machines others = new Machines(words, company.code() + "Z");
        int howMany = Math.max(1, company.machines().size() / 10);
        return new Managed(
                number,
                place == 2 ? company.name() + ", LLC" : company.name(),
                known,
                others.draw(howMany, company.sites().size(), company.people().size()));
    }
}
