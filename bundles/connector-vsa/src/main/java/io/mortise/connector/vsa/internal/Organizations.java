package io.mortise.connector.vsa.internal;

import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.model.Choice;
import io.mortise.model.Field;
import io.mortise.model.Organization;
import java.util.function.Consumer;

/** Organizations. Their ids have up to 26 digits and are text. */
final class Organizations {
    static final String ORDER = "OrgName";
    static final Mapping MAPPING = Mapping.empty()
            .shown(Organization.NAME, "OrgName")
            .shown(Organization.SHORT_NAME, "OrgRef")
            .shown(Organization.WEBSITE, "Website")
            .shown(Organization.KIND, "OrgType", row -> row.at("OrgType").text().map(Choice::named));

    private final Vsa vsa;
    private final WebPages pages;
    private final Sight sight = new Sight(Organization.TYPE, row -> Ids.read(row.at("OrgId")), this::observe);

    Organizations(Vsa vsa, WebPages pages) {
        this.vsa = vsa;
        this.pages = pages;
    }

    Lane lane() {
        return Lane.of(Organization.TYPE)
                .feeds(Feed.sweep(q -> vsa.sweep(q, "/system/orgs", ORDER, rows -> sight.list(rows.items()))))
                .fetch(id -> sight.fetched(vsa.one(Request.get(Vsa.ROOT + "/system/orgs/{id}", id))));
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        String id = Ids.read(row.at("OrgId")).orElseThrow();
        return Observation.of(Organization.TYPE, id, MAPPING.read(row, unread)).page(pages.organization(id));
    }
}
