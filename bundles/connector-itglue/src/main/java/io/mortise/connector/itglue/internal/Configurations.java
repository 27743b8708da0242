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
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configurations. Manufacturer, model and operating system are entries of lists there and words here. */
final class Configurations {
    static final Mapping MAPPING = Mapping.empty()
            .ref(Configuration.ORGANIZATION, "organization-id", Organization.TYPE)
            .text(Configuration.NAME, "name")
            .choice(Configuration.KIND, "configuration-type-id", "configuration-type-name")
            .choice(Configuration.STATUS, "configuration-status-id", "configuration-status-name")
            .not(EntityType.ACTIVE, "archived")
            .ref(Configuration.LOCATION, "location-id", Location.TYPE)
            .ref(Configuration.CONTACT, "contact-id", Contact.TYPE)
            .text(Configuration.SERIAL, "serial-number")
            .text(Configuration.MAC, "mac-address")
            .text(Configuration.PRIMARY_IP, "primary-ip")
            .text(Configuration.ASSET_TAG, "asset-tag")
            .text(Configuration.POSITION, "position")
            .day(Configuration.PURCHASED_AT, "purchased-at")
            .day(Configuration.WARRANTY_EXPIRES_AT, "warranty-expires-at")
            .shown(Configuration.MANUFACTURER, "manufacturer-name")
            .shown(Configuration.MODEL, "model-name")
            .shown(Configuration.OPERATING_SYSTEM, "operating-system-name");
    /** What its own PSA sync leaves free. */
    private static final Writable FREE = Writable.of(
            Configuration.TYPE,
            EntityType.ACTIVE,
            Configuration.SERIAL,
            Configuration.ASSET_TAG,
            Configuration.PURCHASED_AT,
            Configuration.WARRANTY_EXPIRES_AT);

    private static final Writable HELD = Writable.of(
            Configuration.TYPE,
            Configuration.NAME,
            Configuration.KIND,
            Configuration.STATUS,
            Configuration.LOCATION,
            Configuration.CONTACT,
            Configuration.MAC,
            Configuration.PRIMARY_IP,
            Configuration.POSITION,
            Configuration.MANUFACTURER,
            Configuration.MODEL,
            Configuration.OPERATING_SYSTEM);
    private static final Writable CHANGES = FREE.and(HELD.array());
    private static final Writable FIELDS = CHANGES.and(Configuration.ORGANIZATION);

    private final Resource resource;
    private final Lists lists;
    private final Feeds feeds;

    Configurations(Api api, Lists lists, Clock clock) {
        this.resource = new Resource(api, Configuration.TYPE, "configurations", MAPPING, HELD.fields());
        this.lists = lists;
        this.feeds = new Feeds(resource, clock);
    }

    Lane lane() {
        return Lane.of(Configuration.TYPE)
                .feeds(feeds.sweep(), feeds.newest())
                .fetch(resource::fetch)
                .create(FIELDS.only(w -> resource.create(body(w.fields(), true))), FIELDS.array())
                .needs(Configuration.ORGANIZATION, Configuration.KIND, Configuration.NAME)
                .update(
                        CHANGES.only(w -> resource.update(w.id().orElseThrow(), body(w.fields(), false))),
                        CHANGES.array())
                .find(this::find, Configuration.SERIAL, Configuration.NAME)
                .shows(Configuration.MANUFACTURER, Words::folded)
                .shows(Configuration.MODEL, Words::folded)
                .shows(Configuration.OPERATING_SYSTEM, Words::folded)
                .choices(Configuration.KIND, any -> lists.choices("/configuration_types"))
                .choices(Configuration.STATUS, any -> lists.choices("/configuration_statuses"));
    }

    /** @param lenient a word that the list lacks is left out: better a new record without it than none */
    private Json body(Fields fields, boolean lenient) throws Fault {
        Json body = MAPPING.write(fields);
        body = word(body, fields, Configuration.MANUFACTURER, "/manufacturers", "manufacturer-id", lenient);
        body = word(body, fields, Configuration.MODEL, models(fields), "model-id", lenient);
        return word(body, fields, Configuration.OPERATING_SYSTEM, "/operating_systems", "operating-system-id", lenient);
    }

    private String models(Fields fields) throws Fault {
        Optional<String> maker = fields.get(Configuration.MANUFACTURER);
        Optional<String> id = maker.isEmpty() ? maker : lists.named("/manufacturers", maker.get());
        return id.map(m -> "/manufacturers/" + m + "/relationships/models").orElse("/models");
    }

    private Json word(Json body, Fields fields, Field<String> field, String list, String attribute, boolean lenient)
            throws Fault {
        if (!fields.mentions(field)) return body;
        Optional<String> word = fields.get(field);
        Optional<String> id = word.isEmpty() ? word : lists.named(list, word.get());
        if (word.isPresent() && id.isEmpty() && !lenient)
            throw Fault.correct(
                    "IT Glue's list has no such " + field.label().toLowerCase(java.util.Locale.ROOT),
                    Map.of(field, "It isn't in IT Glue's list; add it there first"));
        return body.with(attribute, id.map(Ids::plain));
    }

    private List<Observation> find(Fields like) throws Fault {
        Optional<String> serial = like.get(Configuration.SERIAL);
        Optional<String> name = like.get(Configuration.NAME);
        if (serial.isPresent())
            return resource.filtered("serial_number", serial.get()).stream()
                    .filter(o -> o.fields().get(Configuration.SERIAL).equals(serial))
                    .toList();
        return name.isEmpty()
                ? List.of()
                : resource.filtered("name", name.get()).stream()
                        .filter(o -> o.fields().get(Configuration.NAME).equals(name))
                        .toList();
    }
}
