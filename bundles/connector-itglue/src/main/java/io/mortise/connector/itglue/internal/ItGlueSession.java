package io.mortise.connector.itglue.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Session;
import io.mortise.connector.http.Addresses;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Location;
import io.mortise.model.Note;
import io.mortise.model.Organization;
import io.mortise.model.RelatedItem;
import io.mortise.model.Right;
import io.mortise.model.Standing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One account of IT Glue: by its key, which reaches all organizations and may do all that is offered here, or as one person. */
final class ItGlueSession implements Session {
    private static final Set<Right> RIGHTS = Stream.of(
                    Organization.TYPE, Location.TYPE, Contact.TYPE, Configuration.TYPE, Note.TYPE, RelatedItem.TYPE)
            .flatMap(ItGlueSession::readAndEdit)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<Fault.Remedy> NOT_TOLD =
            Set.of(Fault.Remedy.CORRECT, Fault.Remedy.ASK_ADMIN, Fault.Remedy.FORGET);

    private final Connection c;
    private final Api api;
    private final String subdomain;
    private final List<Lane> lanes;

    ItGlueSession(Connection c) {
        this.c = c;
        subdomain = c.setting("subdomain");
        api = new Api(c.http(), new ItGlueDialect(c.person().isPresent()));
        Lists lists = new Lists(api, c.clock());
        lanes = List.of(
                new Lookups(api, lists, c.clock()).lane(),
                new Users(api, c.clock()).lane(),
                new Organizations(api, lists, c.clock()).lane(),
                new Groups(api, c.clock()).lane(),
                new Locations(api, lists, c.clock()).lane(),
                new Contacts(api, c.clock()).lane(),
                new Configurations(api, lists, c.clock()).lane(),
                new Interfaces(api, c.clock()).lane(),
                new DocumentationItems(api, lists).lane(),
                new Passwords(api, c.clock()).lane(),
                new Notes(api, c.clock()).lane(),
                new ChecklistTemplates(api, c.clock()).lane(),
                new Attachments(api, c).lane(),
                new RelatedItems(api).lane());
    }

    private static Stream<Right> readAndEdit(EntityType type) {
        return Stream.of(Right.read(type), Right.edit(type));
    }

    @Override
    public List<Lane> lanes() {
        return lanes;
    }

    @Override
    public Standing standing() throws Fault {
        if (c.person().isPresent()) return new Person(api, c).standing();
        Json one = organization();
        Standing standing =
                Standing.of("API key", "reaches all organizations").may(RIGHTS).account(own());
        return isOurs(one)
                ? standing
                : standing.warn(
                        "This key belongs to an account with another address than " + subdomain + ".itglue.com.");
    }

    private Json organization() throws Fault {
        try {
            return list(Request.get("/organizations").query("page[size]", 1));
        } catch (Fault fault) {
            if (fault.remedy() != Fault.Remedy.ASK_ADMIN || fault.setting().isPresent()) throw fault;
            throw Fault.of(
                            Fault.Remedy.ASK_ADMIN,
                            "IT Glue lets this API key read no organizations: it takes one that an Administrator has made;"
                                    + " look also whether the address is that of IT Glue",
                            fault)
                    .about("key");
        }
    }

    /** The organization that the account itself is; its id is no other account's. */
    private String own() throws Fault {
        return primary().at("data").items().stream()
                .filter(one -> one.at("attributes", "primary").flag())
                .flatMap(one -> Ids.read(one.at("id")).stream())
                .findFirst()
                .orElse("");
    }

    /** A key that works is not told wrong because it may not ask this. */
    private Json primary() throws Fault {
        try {
            return list(Request.get("/organizations")
                    .query("filter[primary]", "true")
                    .query("page[size]", 1));
        } catch (Fault fault) {
            if (NOT_TOLD.contains(fault.remedy())) return Json.NONE;
            throw fault;
        }
    }

    /** Any program may answer 200. */
    private Json list(Request request) throws Fault {
        Json list = api.get(request);
        if (list.at("data").isList()) return list;
        throw Fault.of(Fault.Remedy.REPORT, "The answer holds no list of organizations")
                .about(Fault.ADDRESS);
    }

    /** Records tell the address of the account; that of a test system tells nothing. */
    private boolean isOurs(Json list) {
        return list.at("data").items().stream()
                .flatMap(data -> data.at("attributes", "resource-url").text().stream())
                .flatMap(url -> Addresses.page(url).stream())
                .filter(url -> url.getHost().endsWith(".itglue.com"))
                .allMatch(url -> url.getHost().startsWith(subdomain + "."));
    }
}
