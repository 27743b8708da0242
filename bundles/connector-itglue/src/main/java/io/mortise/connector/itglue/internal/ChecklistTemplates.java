package io.mortise.connector.itglue.internal;

import io.mortise.connector.Lane;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Mapping;
import io.mortise.model.ChecklistTemplate;
import io.mortise.model.Organization;
import java.time.Clock;
import java.util.List;

/** Checklist templates, without their tasks: those show themselves to people only, not to a key. */
final class ChecklistTemplates {
    static final Mapping MAPPING = Mapping.empty()
            .shown(ChecklistTemplate.NAME, "name")
            .shown(ChecklistTemplate.DESCRIPTION, "description")
            .ref(ChecklistTemplate.ORGANIZATION, "organization-id", Organization.TYPE)
            .shown(ChecklistTemplate.CREATED_BY, "created-by-name")
            .shownMoment(ChecklistTemplate.CREATED, "created-at")
            .shownMoment(ChecklistTemplate.UPDATED, "updated-at");

    private final Resource resource;
    private final Feeds feeds;

    ChecklistTemplates(Api api, Clock clock) {
        this.resource = new Resource(api, ChecklistTemplate.TYPE, "checklist_templates", MAPPING, List.of());
        this.feeds = new Feeds(resource, clock, "created_at"); // no sort by id is known
    }

    Lane lane() {
        return Lane.of(ChecklistTemplate.TYPE)
                .feeds(feeds.sweep(), feeds.newest())
                .fetch(resource::fetch);
    }
}
