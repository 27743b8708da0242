package io.mortise.benchmarks.copy;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.connector.Token;
import io.mortise.connector.Write;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Dialect;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Labels;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Statuses;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Setting;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One of the two APIs of {@link Shelf}, with the toolkit that every connector of ours is made with. */
final class ShelfConnector implements Connector {
    private static final String JSON = "application/json";
    private static final Labels EMAILS =
            new Labels(Contact.EMAILS, Contact.PRIMARY_EMAIL, "emails", "value", "label", "primary");
    private static final Labels PHONES =
            new Labels(Contact.PHONES, Contact.PRIMARY_PHONE, "phones", "value", "label", "primary");
    private static final Mapping ORGANIZATION = Mapping.empty().text(Organization.NAME, "name");
    private static final Mapping CONTACT = PHONES.in(EMAILS.in(Mapping.empty()
            .ref(Contact.ORGANIZATION, "organizationId", Organization.TYPE)
            .text(Contact.FIRST_NAME, "firstName")
            .text(Contact.LAST_NAME, "lastName")
            .text(Contact.MIDDLE_NAME, "middleName")
            .text(Contact.TITLE, "title")
            .flag(Contact.IMPORTANT, "important")));
    private static final Field<?>[] WRITTEN = {
        Contact.ORGANIZATION,
        Contact.FIRST_NAME,
        Contact.LAST_NAME,
        Contact.MIDDLE_NAME,
        Contact.TITLE,
        Contact.IMPORTANT,
        Contact.EMAILS,
        Contact.PRIMARY_EMAIL,
        Contact.PHONES,
        Contact.PRIMARY_PHONE
    };

    private final String id;
    private final Part part;

    /** @param id {@code a} or {@code b} */
    ShelfConnector(String id, Part part) {
        this.id = id;
        this.part = part;
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.of(id, "Shelf " + id, part, c -> c.setting("url")).settings(Setting.text("url", "Server"));
    }

    @Override
    public Token signIn(Connection c) {
        return Token.NONE;
    }

    @Override
    public Session open(Connection c) {
        Api api = new Api(c.http(), new Plain());
        List<Lane> lanes = List.of(
                Lane.of(Organization.TYPE)
                        .feeds(sweep(api, "organizations", sight(Organization.TYPE, ORGANIZATION)))
                        .fetch(key -> fetch(api, "organizations", key, sight(Organization.TYPE, ORGANIZATION))),
                contacts(api, sight(Contact.TYPE, CONTACT)));
        return () -> lanes;
    }

    private Lane contacts(Api api, Sight sight) {
        return Lane.of(Contact.TYPE)
                .feeds(sweep(api, "contacts", sight))
                .fetch(key -> fetch(api, "contacts", key, sight))
                .create(
                        w -> sight.saved(api.send(Request.of("POST", path("contacts")), JSON, body(w), CONTACT)),
                        WRITTEN)
                .update(
                        w -> sight.saved(api.send(
                                Request.of("PATCH", path("contacts") + "/{id}", w.id().orElseThrow()),
                                JSON,
                                body(w),
                                CONTACT)),
                        WRITTEN);
    }

    private static Json body(Write w) {
        return with(PHONES, w, with(EMAILS, w, CONTACT.write(w.fields())));
    }

    /** The set and its default are one list there, so both are said together. */
    private static Json with(Labels labels, Write w, Json body) {
        return w.fields()
                .get(labels.set())
                .map(set -> body.with(
                        labels.list(), labels.write(set, w.fields().get(labels.one()), UnaryOperator.identity())))
                .orElse(body);
    }

    private String path(String list) {
        return "/" + id + "/" + list;
    }

    private Observation fetch(Api api, String list, String key, Sight sight) throws Fault {
        return sight.fetched(api.get(Request.get(path(list) + "/{id}", key)));
    }

    private Feed sweep(Api api, String list, Sight sight) {
        return Feed.sweep(q -> {
                    int page = q.cursor().isStart()
                            ? 1
                            : Integer.parseInt(q.cursor().text());
                    Json answer = api.get(Request.get(path(list)).query("page", page));
                    Rows rows = Rows.of(answer.at("items"), page, Shelf.PAGE, answer.at("total"));
                    List<Observation> seen = sight.list(rows.items());
                    Page now = rows.isLast() ? Page.last(seen) : Page.more(seen, "" + (page + 1));
                    return now.total(rows.total());
                })
                .pages(Shelf.PAGE);
    }

    private static Sight sight(EntityType type, Mapping mapping) {
        return new Sight(
                type,
                row -> row.at("id").plain().text(),
                (row, unread) ->
                        Observation.of(type, row.at("id").plain().text().orElseThrow(), mapping.read(row, unread)));
    }

    private static final class Plain implements Dialect {
        @Override
        public Statuses statuses() {
            return Statuses.none().means(404, Remedy.FORGET, "There is no such record");
        }

        @Override
        public String why(Json body) {
            return "";
        }

        @Override
        public Map<Field<?>, String> refused(Json body, Mapping mapping) {
            return Map.of();
        }
    }
}
