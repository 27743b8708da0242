package io.mortise.connector.bms.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Writable;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Contacts. E-mails and phones have requests of their own, so one save here can be three there. */
final class Contacts {
    private static final String LIST = "/v2/crm/contacts/summary";
    static final Mapping MAPPING = Parts.PHONES
            .labels()
            .in(Parts.EMAILS
                    .labels()
                    .in(Mapping.empty()
                            .ref(Contact.ORGANIZATION, "AccountId", Organization.TYPE)
                            .text(Contact.FIRST_NAME, "FirstName")
                            .text(Contact.LAST_NAME, "LastName")
                            .text(Contact.TITLE, "JobTitle")
                            .flag(Contact.IMPORTANT, "IsPoc")
                            .writtenAs("Poc")
                            .flag(EntityType.ACTIVE, "IsActive")
                            .both(
                                    Contact.LOCATION,
                                    "LocationId",
                                    row -> Locations.ref(row, "AccountId", "LocationId"),
                                    Locations::plain)));
    private static final Writable CHANGES = Writable.of(
            Contact.TYPE,
            Contact.FIRST_NAME,
            Contact.LAST_NAME,
            Contact.TITLE,
            Contact.IMPORTANT,
            EntityType.ACTIVE,
            Contact.LOCATION,
            Contact.EMAILS,
            Contact.PRIMARY_EMAIL,
            Contact.PHONES,
            Contact.PRIMARY_PHONE);
    private static final Writable FIELDS = CHANGES.and(Contact.ORGANIZATION);

    private final Bms bms;
    private final Lists lists;
    private final WebPages pages;
    private final Feeds feeds;
    private final Sight sight;

    Contacts(Bms bms, Lists lists, WebPages pages, Connection c) {
        this.bms = bms;
        this.lists = lists;
        this.pages = pages;
        this.sight = new Sight(Contact.TYPE, Seen::maybe, Seen::changedAt, this::observe);
        this.feeds = new Feeds(bms, c.clock(), LIST, sight::list);
    }

    /** A create waits for what BMS's own sync waits for. */
    Lane lane() {
        return Lane.of(Contact.TYPE)
                .feeds(feeds.sweep(), feeds.changes())
                .fetch(id -> sight.fetched(row(id)))
                .create(FIELDS.only(this::create), FIELDS.array())
                .needs(
                        Contact.ORGANIZATION,
                        Contact.FIRST_NAME,
                        Contact.PRIMARY_EMAIL,
                        Contact.PRIMARY_PHONE,
                        Contact.LOCATION)
                .update(CHANGES.only(this::update), CHANGES.array())
                .find(this::find, Contact.PRIMARY_EMAIL, Contact.FIRST_NAME, Contact.LAST_NAME);
    }

    private Json row(String id) throws Fault {
        return bms.one(Request.get(LIST + "/{id}", id));
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        String id = Seen.id(row);
        return Seen.of(Contact.TYPE, id, MAPPING, row, unread).page(pages.contact(id));
    }

    private Observation create(Write w) throws Fault {
        Fields fields = w.fields();
        Json all = MAPPING.write(fields);
        Json body = Json.object();
        for (String name : List.of("FirstName", "LastName", "AccountId", "LocationId"))
            body = all.has(name) ? body.with(name, all.at(name)) : body;
        body = body.with("Emails", Parts.EMAILS.fresh(fields, lists)).with("Phones", Parts.PHONES.fresh(fields, lists));
        String id = Seen.id(bms.write(Request.of("POST", LIST), body, MAPPING));
        Steps steps = new Steps(true);
        Json rest = Json.object();
        for (String name : List.of("JobTitle", "Poc", "IsActive"))
            rest = all.has(name) && differsFromNew(name, all.at(name)) ? rest.with(name, all.at(name)) : rest;
        if (!rest.names().isEmpty()) patch(steps, id, rest);
        return shown(id);
    }

    private static boolean differsFromNew(String name, Json value) {
        return name.equals("IsActive") ? !value.flag() : value.flag() || value.isText();
    }

    private Observation update(Write w) throws Fault {
        String id = w.id().orElseThrow();
        Fields fields = w.fields();
        Json values = MAPPING.write(fields);
        boolean parts = Parts.EMAILS.isIn(fields) || Parts.PHONES.isIn(fields);
        boolean homeless = fields.mentions(Contact.LOCATION)
                && fields.get(Contact.LOCATION).isEmpty();
        Json now = parts || homeless ? row(id) : Json.object();
        if (homeless) values = values.with("LocationId", Locations.mainOf(bms, now, "AccountId"));
        List<Json> emails = Parts.EMAILS.operations(now, fields, lists);
        List<Json> phones = Parts.PHONES.operations(now, fields, lists);
        Steps steps = new Steps(false);
        if (!values.names().isEmpty()) patch(steps, id, values);
        if (!emails.isEmpty()) steps.then(() -> Parts.EMAILS.send(bms, id, emails));
        if (!phones.isEmpty()) steps.then(() -> Parts.PHONES.send(bms, id, phones));
        return shown(id);
    }

    private void patch(Steps steps, String id, Json values) throws Fault {
        steps.then(() -> bms.patch(Request.of("PATCH", "/v2/crm/contacts/{id}", id), values, MAPPING));
    }

    /** What has been saved. It has, so if it can't be shown just now that is no failure: the engine looks at it later. */
    private Observation shown(String id) throws Fault {
        try {
            return sight.saved(row(id));
        } catch (Fault unseen) {
            return Observation.hint(Contact.TYPE, id);
        }
    }

    /** Text filters find a part of a text, so what they find is compared. */
    private List<Observation> find(Fields like) throws Fault {
        Map<String, Optional<String>> asked = like.get(Contact.PRIMARY_EMAIL).isPresent()
                ? Map.of("Filter.Email", like.get(Contact.PRIMARY_EMAIL))
                : Map.of("Filter.FirstName", like.get(Contact.FIRST_NAME));
        var only = asked.entrySet().iterator().next();
        List<Observation> found = new ArrayList<>();
        if (only.getValue().isEmpty()) return found;
        found.addAll(sight.list(
                bms.found(Request.get(LIST).query(only.getKey(), only.getValue().get()))));
        found.removeIf(o -> !equal(o.fields(), like));
        return found;
    }

    private static boolean equal(Fields seen, Fields like) {
        return like.get(Contact.PRIMARY_EMAIL).isPresent()
                ? seen.get(Contact.PRIMARY_EMAIL).equals(like.get(Contact.PRIMARY_EMAIL))
                : seen.get(Contact.FIRST_NAME).equals(like.get(Contact.FIRST_NAME))
                        && seen.get(Contact.LAST_NAME).equals(like.get(Contact.LAST_NAME));
    }
}
