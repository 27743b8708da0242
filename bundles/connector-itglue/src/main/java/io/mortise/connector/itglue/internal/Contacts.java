package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Labels;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Writable;
import io.mortise.model.Contact;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Contacts. Their e-mails and phones are lists that are only written whole. */
final class Contacts {
    private static final Labels EMAILS =
            new Labels(Contact.EMAILS, Contact.PRIMARY_EMAIL, "contact-emails", "value", "label-name", "primary");
    private static final Labels PHONES = new Labels(
            Contact.PHONES,
            Contact.PRIMARY_PHONE,
            "contact-phones",
            "label-name",
            "primary",
            Contacts::phone,
            Contacts::item);
    static final Mapping MAPPING = PHONES.in(EMAILS.in(Mapping.empty()
            .ref(Contact.ORGANIZATION, "organization-id", Organization.TYPE)
            .text(Contact.FIRST_NAME, "first-name")
            .text(Contact.LAST_NAME, "last-name")
            .text(Contact.TITLE, "title")
            .flag(Contact.IMPORTANT, "important")
            .ref(Contact.LOCATION, "location-id", Location.TYPE)));
    private static final Writable CHANGES = Writable.of(
            Contact.TYPE,
            Contact.FIRST_NAME,
            Contact.LAST_NAME,
            Contact.TITLE,
            Contact.IMPORTANT,
            Contact.EMAILS,
            Contact.PRIMARY_EMAIL,
            Contact.PHONES,
            Contact.PRIMARY_PHONE,
            Contact.LOCATION);
    private static final Writable FIELDS = CHANGES.and(Contact.ORGANIZATION);

    private final Resource resource;
    private final Feeds feeds;

    Contacts(Api api, Clock clock) {
        this.resource = new Resource(api, Contact.TYPE, "contacts", MAPPING, CHANGES.fields());
        this.feeds = new Feeds(resource, clock);
    }

    Lane lane() {
        return Lane.of(Contact.TYPE)
                .feeds(feeds.sweep(), feeds.newest())
                .fetch(resource::fetch)
                .create(FIELDS.only(w -> resource.create(body(w.fields(), Json.object()))), FIELDS.array())
                .needs(Contact.ORGANIZATION, Contact.FIRST_NAME)
                .update(CHANGES.only(this::update), CHANGES.array())
                .find(this::find, Contact.PRIMARY_EMAIL, Contact.FIRST_NAME, Contact.LAST_NAME);
    }

    private Observation update(Write w) throws Fault {
        String id = w.id().orElseThrow();
        boolean half = half(w.fields(), EMAILS) || half(w.fields(), PHONES);
        Json now = half ? resource.attributes(id) : Json.object();
        return resource.update(id, body(w.fields(), now));
    }

    private static boolean half(Fields fields, Labels labels) {
        return fields.mentions(labels.set()) != fields.mentions(labels.one());
    }

    private static Json body(Fields fields, Json now) throws Fault {
        return labels(labels(MAPPING.write(fields), fields, now, EMAILS), fields, now, PHONES);
    }

    /** What isn't mentioned of a list stays as it is now. */
    private static Json labels(Json body, Fields fields, Json now, Labels labels) throws Fault {
        if (!fields.mentions(labels.set()) && !fields.mentions(labels.one())) return body;
        Fields before = MAPPING.read(now);
        Set<Labelled> members = (fields.mentions(labels.set()) ? fields : before)
                .get(labels.set())
                .orElse(Set.of());
        Optional<String> chosen = (fields.mentions(labels.one()) ? fields : before).get(labels.one());
        if (fields.mentions(labels.one())) labels.requireMember(members, chosen);
        return body.with(labels.list(), labels.write(members, chosen, l -> l.isBlank() ? "Work" : l));
    }

    /** An extension has a place of its own there. */
    private static Optional<String> phone(Json item) {
        return item.at("value")
                .text()
                .map(v -> v + item.at("extension").text().map(x -> "x" + x).orElse(""));
    }

    private static Json item(String phone) {
        String[] parts = phone.split("x", 2);
        Json item = Json.object().with("value", parts[0]);
        return parts.length == 1 ? item : item.with("extension", parts[1]);
    }

    private List<Observation> find(Fields like) throws Fault {
        Optional<String> email = like.get(Contact.PRIMARY_EMAIL);
        Optional<String> first = like.get(Contact.FIRST_NAME);
        Stream<Observation> seen = email.isPresent()
                ? resource.filtered("primary_email", email.get()).stream()
                        .filter(o -> o.fields().get(Contact.PRIMARY_EMAIL).equals(email))
                : first.isEmpty()
                        ? Stream.of()
                        : resource.filtered("first_name", first.get()).stream()
                                .filter(o -> o.fields().get(Contact.FIRST_NAME).equals(first)
                                        && o.fields().get(Contact.LAST_NAME).equals(like.get(Contact.LAST_NAME)));
        return seen.toList();
    }
}
