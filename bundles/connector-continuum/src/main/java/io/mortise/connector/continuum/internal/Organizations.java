package io.mortise.connector.continuum.internal;

import io.mortise.connector.Lane;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Choice;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import java.util.Optional;

/** Companies. */
record Organizations(Asio asio) {
    static final Mapping MAPPING = Mapping.empty()
            .shown(Organization.NAME, "name", Organizations::name)
            .shown(Organization.DESCRIPTION, "description")
            .shown(Organization.STATUS, "activityStatus", row -> entry(row, "activityStatus"))
            .shown(Organization.KIND, "ownershipType", row -> entry(row, "ownershipType"))
            .shown(
                    Organization.PRIMARY_LOCATION,
                    "primarySite",
                    row -> Ids.read(Seen.part(row, "primarySite").at("id")).map(id -> Ref.to(Location.TYPE, id)));

    Lane lane() {
        return new WholeList(asio, Asio.COMPANIES, new Seen(Organization.TYPE, "id", "updatedDate", MAPPING)).lane();
    }

    private static Optional<String> name(Json row) {
        return row.at("name").plain().text().or(() -> row.at("friendlyName").text());
    }

    private static Optional<Choice> entry(Json row, String name) {
        return Seen.part(row, name).at("name").text().map(Choice::named);
    }
}
