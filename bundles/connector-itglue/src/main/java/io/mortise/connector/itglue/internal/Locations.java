package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Words;
import io.mortise.connector.http.Writable;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Locations. Country and state are entries of lists there and words here. */
final class Locations {
    static final Mapping MAPPING = Mapping.empty()
            .ref(Location.ORGANIZATION, "organization-id", Organization.TYPE)
            .text(Location.NAME, "name")
            .flag(Location.IS_MAIN, "primary")
            .text(Location.ADDRESS1, "address-1")
            .text(Location.ADDRESS2, "address-2")
            .text(Location.CITY, "city")
            .text(Location.POSTAL_CODE, "postal-code")
            .text(Location.PHONE, "phone")
            .shown(Location.REGION, "region-name")
            .shown(Location.COUNTRY, "country-name");
    private static final Writable CHANGES = Writable.of(
            Location.TYPE,
            Location.NAME,
            Location.IS_MAIN,
            Location.ADDRESS1,
            Location.ADDRESS2,
            Location.CITY,
            Location.REGION,
            Location.POSTAL_CODE,
            Location.COUNTRY,
            Location.PHONE);
    private static final Writable FIELDS = CHANGES.and(Location.ORGANIZATION);

    private final Resource resource;
    private final Lists lists;
    private final Feeds feeds;

    Locations(Api api, Lists lists, Clock clock) {
        this.resource = new Resource(api, Location.TYPE, "locations", MAPPING, CHANGES.fields());
        this.lists = lists;
        this.feeds = new Feeds(resource, clock);
    }

    Lane lane() {
        return Lane.of(Location.TYPE)
                .feeds(feeds.sweep(), feeds.newest())
                .fetch(resource::fetch)
                .create(FIELDS.only(w -> resource.create(body(w.fields(), true))), FIELDS.array())
                .needs(Location.ORGANIZATION, Location.NAME)
                .update(
                        CHANGES.only(w -> resource.update(w.id().orElseThrow(), body(w.fields(), false))),
                        CHANGES.array())
                .find(this::find, Location.NAME)
                .shows(Location.REGION, Words::folded)
                .shows(Location.COUNTRY, Words::folded)
                .shows(Location.PHONE, phone -> phone.replaceAll("[^0-9+]", ""));
    }

    /** @param lenient a word that the list lacks is left out: better a new record without it than none */
    private Json body(Fields fields, boolean lenient) throws Fault {
        Json body = MAPPING.write(fields);
        Optional<String> country = Optional.empty();
        if (fields.mentions(Location.COUNTRY)) {
            Optional<String> name = fields.get(Location.COUNTRY);
            country = name.isEmpty() ? name : lists.place("/countries", name.get());
            if (name.isPresent() && country.isEmpty() && !lenient)
                throw Fault.correct(
                        "IT Glue's list has no such country", Map.of(Location.COUNTRY, "It isn't in IT Glue's list"));
            body = body.with("country-id", country.map(Ids::plain));
        }
        return fields.mentions(Location.REGION) ? region(body, fields, country, lenient) : body;
    }

    private Json region(Json body, Fields fields, Optional<String> country, boolean lenient) throws Fault {
        Optional<String> name = fields.get(Location.REGION);
        String path =
                country.map(id -> "/countries/" + id + "/relationships/regions").orElse("/regions");
        Optional<String> id = name.isEmpty() ? name : lists.place(path, name.get());
        if (name.isPresent() && id.isEmpty() && !lenient)
            throw Fault.correct(
                    "IT Glue's list has no such state", Map.of(Location.REGION, "It isn't in IT Glue's list"));
        return body.with("region-id", id.map(Ids::plain));
    }

    private List<Observation> find(Fields like) throws Fault {
        Optional<String> name = like.get(Location.NAME);
        return name.isEmpty()
                ? List.of()
                : resource.filtered("name", name.get()).stream()
                        .filter(o -> o.fields().get(Location.NAME).equals(name))
                        .toList();
    }
}
