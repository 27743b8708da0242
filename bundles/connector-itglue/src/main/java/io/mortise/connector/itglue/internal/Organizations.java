package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Writable;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Organizations. There is no archive for them, so whether one is active is not said here. */
final class Organizations {
    static final Mapping MAPPING = Mapping.empty()
            .text(Organization.NAME, "name")
            .text(Organization.SHORT_NAME, "short-name")
            .choice(Organization.KIND, "organization-type-id", "organization-type-name")
            .choice(Organization.STATUS, "organization-status-id", "organization-status-name")
            .text(Organization.DESCRIPTION, "description")
            .shown(
                    Organization.OWN_COMPANY,
                    "primary",
                    o -> Optional.of(o.at("primary").flag()));
    private static final Writable FIELDS = Writable.of(
            Organization.TYPE,
            Organization.NAME,
            Organization.SHORT_NAME,
            Organization.KIND,
            Organization.STATUS,
            Organization.DESCRIPTION);

    private final Resource resource;
    private final Lists lists;
    private final Feeds feeds;

    Organizations(Api api, Lists lists, Clock clock) {
        this.resource = new Resource(
                api,
                Organization.TYPE,
                "organizations",
                MAPPING,
                List.of(Organization.NAME, Organization.SHORT_NAME, Organization.KIND, Organization.STATUS));
        this.lists = lists;
        this.feeds = new Feeds(resource, clock);
    }

    Lane lane() {
        return Lane.of(Organization.TYPE)
                .feeds(feeds.sweep(), feeds.windows())
                .fetch(resource::fetch)
                .create(FIELDS.only(w -> resource.create(MAPPING.write(w.fields()))), FIELDS.array())
                .needs(Organization.NAME)
                .update(
                        FIELDS.only(w -> resource.update(w.id().orElseThrow(), MAPPING.write(w.fields()))),
                        FIELDS.array())
                .find(this::find, Organization.NAME)
                .choices(Organization.KIND, any -> lists.choices("/organization_types"))
                .choices(Organization.STATUS, any -> lists.choices("/organization_statuses"));
    }

    private List<Observation> find(Fields like) throws Fault {
        Optional<String> name = like.get(Organization.NAME);
        return name.isEmpty()
                ? List.of()
                : resource.filtered("name", name.get()).stream()
                        .filter(o -> o.fields().get(Organization.NAME).equals(name))
                        .toList();
    }
}
