package io.mortise.connector.bms.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Locations ride on their accounts and can't be written. One is asked for below its account, so its id here is both:
 * {@code 31201/58301}.
 */
final class Locations {
    /** Not BMS's: whose location a row is. */
    private static final String ACCOUNT = "@account";

    static final Mapping PLACE = Mapping.empty()
            .text(Location.NAME, "LocationName")
            .flag(Location.IS_MAIN, "IsMain")
            .flag(EntityType.ACTIVE, "IsActive");
    static final Mapping ADDRESS = Mapping.empty()
            .text(Location.ADDRESS1, "Address1")
            .text(Location.ADDRESS2, "Address2")
            .text(Location.CITY, "City")
            .shown(Location.REGION, "State", a -> a.at("State").text().map(Regions::name))
            .text(Location.POSTAL_CODE, "ZipCode")
            .text(Location.COUNTRY, "Country")
            .text(Location.PHONE, "Phone");

    private final Bms bms;
    private final WebPages pages;
    private final Feeds feeds;
    private final Sight sight;

    Locations(Bms bms, WebPages pages, Connection c) {
        this.bms = bms;
        this.pages = pages;
        this.sight = new Sight(Location.TYPE, Locations::id, Seen::changedAt, this::observe);
        this.feeds = new Feeds(bms, c.clock(), Organizations.LIST, this::ofAccounts);
    }

    Lane lane() {
        return Lane.of(Location.TYPE).feeds(feeds.sweep(), feeds.changes()).fetch(this::fetch);
    }

    private List<Observation> ofAccounts(List<Json> accounts) {
        List<Json> rows = new ArrayList<>();
        for (Json account : accounts)
            account.at("Locations").items().forEach(row -> rows.add(row.with(ACCOUNT, account.at("id"))));
        return sight.list(rows);
    }

    private static Optional<String> id(Json row) {
        return Ids.read(row.at(ACCOUNT)).flatMap(account -> Seen.maybe(row).map(location -> account + "/" + location));
    }

    private Observation fetch(String id) throws Fault {
        String[] parts = id.split("/", 2);
        if (parts.length != 2) throw Fault.of(Remedy.FORGET, "BMS has no such location");
        Request request = Request.get("/v2/crm/accounts/{account}/locations/{id}", parts[0], parts[1]);
        try {
            return sight.fetched(bms.one(request).with(ACCOUNT, parts[0]));
        } catch (Fault fault) {
            // Of an account that isn't its own, BMS says that the request is invalid.
            throw fault.remedy() == Remedy.CORRECT ? Fault.of(Remedy.FORGET, "BMS has no such location", fault) : fault;
        }
    }

    /** Of several addresses the main one counts, else the first. */
    private Observation observe(Json row, Consumer<Field<?>> unread) {
        List<Json> addresses = row.at("Addresses").items();
        Optional<Json> main = addresses.stream()
                .filter(a -> a.at("IsMain").flag())
                .findFirst()
                .or(() -> addresses.stream().findFirst());
        String account = Ids.read(row.at(ACCOUNT)).orElseThrow();
        String id = Seen.id(row);
        var fields = Fields.with().set(Location.ORGANIZATION, Ref.to(Organization.TYPE, account));
        PLACE.readInto(fields, row, unread);
        main.ifPresent(address -> ADDRESS.readInto(fields, address, unread));
        return Seen.of(Location.TYPE, account + "/" + id, fields.build(), row).page(pages.location(id));
    }

    /** The reference of a record's location. */
    static Optional<Ref> ref(Json row, String account, String location) {
        return Ids.read(row.at(account).plain())
                .flatMap(a -> Ids.read(row.at(location).plain()).map(l -> Ref.to(Location.TYPE, a + "/" + l)));
    }

    /** What BMS itself calls it. */
    static Object plain(Ref location) {
        return Ids.plain(location.id().substring(location.id().indexOf('/') + 1));
    }

    /** The main location of the account that a record names, for what must have one. */
    static Object mainOf(Bms bms, Json row, String account) throws Fault {
        return Ids.plain(main(bms, Ids.read(row.at(account)).orElseThrow()));
    }

    private static String main(Bms bms, String account) throws Fault {
        List<Json> all = bms.whole(Request.get("/v2/crm/accounts/{id}/locations/lookup", account));
        return all.stream()
                .filter(row -> row.at("IsMain").flag())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Seen::id)
                .orElseThrow(() ->
                        Fault.of(Remedy.ASK_ADMIN, "The account has no location in BMS; add one there, API v2 can't"));
    }
}
