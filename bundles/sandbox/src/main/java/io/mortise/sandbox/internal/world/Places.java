package io.mortise.sandbox.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Draws the sites of a company: its main one first, the others in the same city or the next. */
final class Places {
    private final Words words;

    Places(Words words) {
        this.words = words;
    }

    List<Site> draw(int count) {
        List<Site> sites = new ArrayList<>();
        JsonNode home = words.one("cities");
        for (int i = 0; i < count; i++) {
            String name = i == 0 ? mainName() : siteName(i);
            sites.add(site(name, i == 0, i == 0 || words.chance(60) ? home : words.one("cities")));
        }
        return sites;
    }

    private String mainName() {
        return words.chance(55) ? "Main Office" : "Headquarters";
    }

    private String siteName(int number) {
        JsonNode names = words.list("siteNames");
        return names.get((number - 1) % names.size()).asText();
    }

    private Site site(String name, boolean main, JsonNode city) {
        String street = words.number(12, 4800) + " " + words.one("streets").asText();
        String spelled = words.chance(30) ? abbreviated(street) : street;
        String suite = words.chance(25) ? "Suite " + words.number(100, 480) : null;
        return new Site(
                name,
                main,
                street,
                spelled,
                suite,
                city.get(0).asText(),
                city.get(1).asText(),
                city.get(2).asText(),
                city.get(3).asText(),
                city.get(5).asText(),
                city.get(4).asText() + "555" + words.digits(4),
                main || words.chance(75));
    }

    private static String abbreviated(String street) {
        return street.replace("Street", "St.").replace("Avenue", "Ave").replace("Boulevard", "Blvd");
    }
}
