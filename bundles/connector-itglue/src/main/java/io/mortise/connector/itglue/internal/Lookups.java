package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Chain;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.model.Choice;
import io.mortise.model.Field;
import io.mortise.model.Lookup;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** IT Glue's lists, entry by entry. An id here names the list as well: {@code manufacturer/1201}. Nothing is added to them. */
final class Lookups {
    /** Not IT Glue's: where a row comes from, and the country of a region, which is shown by its number alone. */
    private static final String LIST = "@list";

    private static final String COUNTRY = "@country";
    private static final String COUNTRIES = "/countries";

    static final Mapping MAPPING = Mapping.empty()
            .shown(Lookup.LIST, LIST)
            .shown(Lookup.LABEL, "name")
            .shown(Lookup.PARENT, "manufacturer-id", row -> below(row, "manufacturer-id", "manufacturer-name"))
            .shown(Lookup.PARENT, COUNTRY, row -> below(row, "country-id", COUNTRY))
            .shown(Lookup.CODE, "iso")
            .shown(Lookup.CODE, "kind");

    /** @param order by which what is made meanwhile comes at the end, and by which the list is known to sort */
    private record Source(String list, String path, String order) {
        Source(String list, String path) {
            this(list, path, "id");
        }
    }

    private static final List<Source> SOURCES = List.of(
            new Source("organizationType", "/organization_types"),
            new Source("organizationStatus", "/organization_statuses"),
            new Source("configurationType", "/configuration_types"),
            new Source("configurationStatus", "/configuration_statuses"),
            new Source("contactType", "/contact_types"),
            new Source("passwordCategory", "/password_categories", "created_at"),
            new Source("manufacturer", "/manufacturers"),
            new Source("model", "/models"),
            new Source("operatingSystem", "/operating_systems"),
            new Source("platform", "/platforms"),
            new Source("country", COUNTRIES),
            new Source("region", "/regions"));

    private final Api api;
    private final Lists lists;
    private final Clock clock;
    private final Sight sight = new Sight(Lookup.TYPE, Lookups::id, Resource::changedAt, Lookups::observe);

    Lookups(Api api, Lists lists, Clock clock) {
        this.api = api;
        this.lists = lists;
        this.clock = clock;
    }

    Lane lane() {
        Feed sweep = Chain.ofReadable(SOURCES.stream().map(this::sweep).toList());
        return Lane.of(Lookup.TYPE).feeds(sweep.seldom()).fetch(this::fetch);
    }

    private Feed sweep(Source source) {
        Lane.Call<List<Json>, List<Observation>> shows = rows -> sight.list(own(source, rows));
        Request list = Request.get(source.path());
        return new Feeds(new Feeds.Source(api, list, Feeds.LARGEST_PAGE, false, shows), clock, source.order()).sweep();
    }

    private List<Json> own(Source source, List<Json> rows) throws Fault {
        List<Json> own = new ArrayList<>();
        for (Json row : rows) own.add(own(source, row));
        return own;
    }

    private Json own(Source source, Json row) throws Fault {
        Json attributes = row.at("attributes").with(LIST, source.list());
        Optional<String> country = attributes.at("country-id").text();
        if (country.isPresent()) attributes = attributes.with(COUNTRY, lists.name(COUNTRIES, country.get()));
        return row.with("attributes", attributes);
    }

    private Observation fetch(String id) throws Fault {
        String[] parts = id.split("/", 2);
        for (Source source : SOURCES)
            if (parts.length == 2 && source.list().equals(parts[0])) return fetch(source, parts[1]);
        throw Fault.of(Fault.Remedy.FORGET, "IT Glue has no such list");
    }

    private Observation fetch(Source source, String id) throws Fault {
        Request one = Request.get(source.path() + "/{id}", id);
        return sight.fetched(own(source, api.get(one).at("data")));
    }

    static Optional<String> id(Json row) {
        return row.at("id").text().map(id -> row.at("attributes", LIST).text().orElseThrow() + "/" + id);
    }

    private static Observation observe(Json row, Consumer<Field<?>> unread) {
        var fields = MAPPING.read(row.at("attributes"), unread);
        return Resource.told(Observation.of(Lookup.TYPE, id(row).orElseThrow(), fields), row);
    }

    private static Optional<Choice> below(Json row, String id, String name) {
        return row.at(name)
                .plain()
                .text()
                .map(label -> new Choice(row.at(id).text().orElse(label), label));
    }
}
