package io.mortise.connector.continuum.internal;

import io.mortise.connector.Lane;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import java.util.Optional;
import java.util.function.Function;

/** Sites. */
record Locations(Asio asio) {
    private static final String ADDRESS = "primaryAddress";
    static final Mapping MAPPING = Mapping.empty()
            .shown(
                    Location.ORGANIZATION,
                    "company",
                    row -> Ids.read(Seen.part(row, "company").at("id")).map(id -> Ref.to(Organization.TYPE, id)))
            .shown(Location.NAME, "name", Locations::name)
            .flag(Location.IS_MAIN, "primaryFlag")
            .shown(
                    Location.PHONE,
                    "primaryPhoneNumber",
                    row -> Seen.part(row, "primaryPhoneNumber")
                            .at("nationalNumber")
                            .text())
            .shown(
                    Location.EMAIL,
                    "primaryEmail",
                    row -> Seen.part(row, "primaryEmail").at("emailAddress").text())
            .shown(Location.ADDRESS1, ADDRESS, line("addressLine1"))
            .shown(Location.ADDRESS2, ADDRESS, line("addressLine2"))
            .shown(Location.CITY, ADDRESS, line("locality"))
            .shown(Location.REGION, ADDRESS, line("administrativeArea"))
            .shown(Location.POSTAL_CODE, ADDRESS, line("postCode"))
            .shown(Location.COUNTRY, ADDRESS, Locations::country);

    Lane lane() {
        return new WholeList(asio, Asio.SITES, new Seen(Location.TYPE, "id", "updatedDate", MAPPING)).lane();
    }

    private static Function<Json, Optional<String>> line(String name) {
        return row -> Seen.part(row, ADDRESS).at(name).text();
    }

    private static Optional<String> name(Json row) {
        return row.at("name").plain().text().or(() -> row.at("friendlyName").text());
    }

    private static Optional<String> country(Json row) {
        Json address = Seen.part(row, ADDRESS);
        return address.at("country").text().or(() -> address.at("countryCode").text());
    }
}
