package io.mortise.sandbox.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Draws the companies and decides how well their names agree between the systems. */
final class Companies {
    private static final int CUSTOMERS = 25;
    private static final int MACHINES = 1_200;
    private static final int PEOPLE = 400;

    private final Words words;
    private final double scale;
    private final Set<String> usedNames = new HashSet<>();
    private final Set<String> usedCodes = new HashSet<>();

    Companies(Words words, double scale) {
        this.words = words;
        this.scale = scale;
    }

    List<Company> generate() {
        int count = (int) Math.max(1, Math.round(CUSTOMERS * scale));
        int[] sizes = new int[count];
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sizes[i] = new int[] {4, 7, 10, 14, 22}[words.weighted(2, 3, 3, 2, 1)];
            sum += sizes[i];
        }
        List<Company> companies = new ArrayList<>();
        companies.add(ownCompany());
        for (int i = 0; i < count; i++) {
            companies.add(customer(i, (double) sizes[i] / sum));
        }
        return companies;
    }

    private Company ownCompany() {
        String name = "Tenonworks IT Services";
        String domain = "tenonworks.example";
        Staff staff = new Staff(words, domain, List.of("Service Manager", "Systems Engineer", "Help Desk Technician"));
        Places places = new Places(words);
        List<Site> sites = places.draw(1);
        List<Person> people = staff.draw(6, 1);
        List<Machine> machines = new Machines(words, "TIS").draw(16, 1, 6);
        usedNames.add(name);
        usedCodes.add("TIS");
        return new Company(
                name, name, name, name, "TIS", domain, "IT Services", "Own", false, -1, sites, people, machines);
    }

    private Company customer(int number, double share) {
        JsonNode trade = words.one("trades");
        String name = uniqueName(trade.get("name").asText());
        String code = uniqueCode(name);
        String domain = name.toLowerCase(Locale.ROOT).replaceAll("(?: and | & |[^a-z0-9])", "") + ".example";
        int machines = (int) Math.max(4, Math.round(MACHINES * scale * share));
        int people = (int) Math.max(3, Math.round(PEOPLE * scale * share));
        int sites = Math.min(6, 1 + machines / 34 + (words.chance(50) ? 1 : 0));
        List<String> titles = new ArrayList<>();
        trade.get("titles").forEach(title -> titles.add(title.asText()));
        Spelling names = Spelling.of(name, number % CUSTOMERS);
        int parent = number % CUSTOMERS == 6 ? number : -1;
        return new Company(
                name,
                names.itGlue(),
                names.bms(),
                names.vsa(),
                code,
                domain,
                trade.get("business").asText(),
                words.chance(92) ? "Customer" : "Prospect",
                names.twiceAtItGlue(),
                parent,
                new Places(words).draw(sites),
                new Staff(words, domain, titles).draw(people, sites),
                new Machines(words, code).draw(machines, sites, people));
    }

    private String uniqueName(String trade) {
        String name = name(trade);
        while (!usedNames.add(name)) {
            name = name(trade);
        }
        return name;
    }

    private String name(String trade) {
        return switch (words.weighted(5, 2, 3)) {
            case 0 -> words.one("places").asText() + " " + trade;
            case 1 ->
                words.one("surnames").asText() + " & " + words.one("surnames").asText() + " " + trade;
            default -> words.one("surnames").asText() + " " + trade;
        };
    }

    private String uniqueCode(String name) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[^A-Za-z]+")) {
            initials.append(Character.toUpperCase(word.charAt(0)));
        }
        String stem = initials.length() >= 3 ? initials.toString() : letters.substring(0, 4);
        String code = stem;
        for (int i = 2; !usedCodes.add(code); i++) {
            code = stem + i;
        }
        return code;
    }
}
