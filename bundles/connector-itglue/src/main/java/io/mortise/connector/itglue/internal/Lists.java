package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Remembered;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Words;
import io.mortise.model.Choice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** IT Glue's short lists. Most are read-only there; none is ever added to from here. */
final class Lists {
    private final Api api;
    private final Remembered<String, List<Json>> known;

    Lists(Api api, Clock clock) {
        this.api = api;
        this.known = new Remembered<>(clock, this::read);
    }

    List<Choice> choices(String path) throws Fault {
        List<Choice> choices = new ArrayList<>();
        for (Json entry : known.get(path)) choices.add(new Choice(id(entry), name(entry)));
        return choices;
    }

    /** What an entry is called. */
    Optional<String> name(String path, String id) throws Fault {
        return known.get(path, all -> all.stream().anyMatch(entry -> id(entry).equals(id))).stream()
                .filter(entry -> id(entry).equals(id))
                .findFirst()
                .map(Lists::name);
    }

    /** The entry of this name, letter case and legal forms ("Dell Inc.") apart. */
    Optional<String> named(String path, String name) throws Fault {
        return find(path, entry -> Words.same(name(entry), name));
    }

    /** The entry of this name or ISO code. */
    Optional<String> place(String path, String name) throws Fault {
        return find(
                path,
                entry -> name(entry).equalsIgnoreCase(name)
                        || entry.at("attributes", "iso")
                                .text()
                                .filter(name::equalsIgnoreCase)
                                .isPresent());
    }

    private Optional<String> find(String path, Predicate<Json> wanted) throws Fault {
        return known.get(path, all -> all.stream().anyMatch(wanted)).stream()
                .filter(wanted)
                .findFirst()
                .map(Lists::id);
    }

    private List<Json> read(String path) throws Fault {
        return Rows.all(page -> rows(api, Request.get(path), page, Feeds.LARGEST_PAGE));
    }

    /** A page of any list there. */
    static Rows rows(Api api, Request list, int page, int size) throws Fault {
        Json answer = api.get(list.query("page[number]", page).query("page[size]", size));
        return Rows.of(Included.beside(answer), page, size, answer.at("meta", "total-count"));
    }

    private static String id(Json entry) {
        return entry.at("id").text().orElseThrow();
    }

    private static String name(Json entry) {
        return entry.at("attributes", "name").text().orElse("");
    }
}
