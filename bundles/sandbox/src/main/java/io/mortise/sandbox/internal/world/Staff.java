package io.mortise.sandbox.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Draws the people of a company, with shared mailboxes, missing phones and nicknames among them. */
final class Staff {
    private final Words words;
    private final String domain;
    private final List<String> titles;
    private final Set<String> used = new HashSet<>();

    Staff(Words words, String domain, List<String> titles) {
        this.words = words;
        this.domain = domain;
        this.titles = titles;
    }

    List<Person> draw(int count, int sites) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(person(i, sites));
        }
        return people;
    }

    private Person person(int number, int sites) {
        JsonNode first = words.one("firstNames");
        String last = words.one("surnames").asText();
        while (!used.add(first.get(0).asText() + " " + last)) {
            first = words.one("firstNames");
            last = words.one("surnames").asText();
        }
        String own = mailbox(first.get(0).asText(), last);
        boolean shared = words.chance(7);
        int where = words.weighted(55, 26, 19);
        boolean inItGlue = number == 0 || where != 1;
        return new Person(
                first.get(0).asText(),
                first.get(words.chance(18) ? 1 : 0).asText(),
                last,
                titles.get(number % titles.size()),
                shared ? (words.chance(50) ? "office@" : "info@") + domain : own,
                words.chance(8) ? own.replace("@", ".private@") : null,
                words.chance(88) ? "555" + words.digits(7) : "",
                words.chance(45) ? "555" + words.digits(7) : "",
                number == 0 || words.chance(8),
                words.number(0, sites - 1),
                inItGlue,
                number == 0 || where != 2);
    }

    private String mailbox(String first, String last) {
        String name = words.chance(80) ? first + "." + last : first.charAt(0) + last;
        return name.toLowerCase(Locale.ROOT) + "@" + domain;
    }
}
