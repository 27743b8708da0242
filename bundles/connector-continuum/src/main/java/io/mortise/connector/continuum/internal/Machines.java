package io.mortise.connector.continuum.internal;

import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is read in an endpoint. Which of several addresses is its first one isn't documented: the list's first is taken. */
final class Machines {
    static final Mapping MAPPING = Mapping.empty()
            .ref(Configuration.ORGANIZATION, "companyID", Organization.TYPE)
            .ref(Configuration.LOCATION, "siteID", Location.TYPE)
            .shown(Configuration.NAME, "friendlyName", Machines::name)
            .shown(Configuration.HOSTNAME, "deviceName")
            .shown(
                    Configuration.KIND,
                    "endpointType",
                    row -> row.at("endpointType").plain().text().map(Machines::kind))
            .shown(Configuration.SERIAL, "system", Machines::serial)
            .shown(
                    Configuration.MAC,
                    "macAddress",
                    row -> all(row, "macAddress").stream().findFirst())
            .shown(Configuration.MACS, "macAddress", row -> some(all(row, "macAddress")))
            .shown(
                    Configuration.PRIMARY_IP,
                    "ipAddress",
                    row -> all(row, "ipAddress").stream().findFirst())
            .shown(
                    Configuration.OPERATING_SYSTEM,
                    "os",
                    row -> Seen.part(row, "os").at("product").text())
            .shown(Configuration.RMM_AGENT_ID, "endpointID", row -> Ids.read(row.at("endpointID")));

    static final Seen SEEN = new Seen(Configuration.TYPE, "endpointID", "modifiedAt", MAPPING);

    private Machines() {}

    private static Optional<String> name(Json row) {
        return row.at("friendlyName")
                .plain()
                .text()
                .or(() -> row.at("deviceName").text());
    }

    /** The vendor's word but one: what is a desktop there is a workstation everywhere else. */
    private static Choice kind(String type) {
        return Choice.named(type.equalsIgnoreCase("Desktop") ? "Workstation" : type);
    }

    private static Optional<String> serial(Json row) {
        return Seen.part(row, "system")
                .at("serialNumber")
                .text()
                .or(() -> Seen.part(row, "bios").at("serialNumber").text());
    }

    /** Of a list, or of a single value in its place. */
    private static Set<String> all(Json row, String name) {
        Json value = row.at(name);
        List<Json> items = value.isList() ? value.items() : List.of(value.plain());
        Set<String> all = new LinkedHashSet<>();
        items.forEach(item -> item.text().ifPresent(all::add));
        return all;
    }

    private static Optional<Set<String>> some(Set<String> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
