package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.Crew;
import io.mortise.sandbox.internal.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The short lists of the simulated account. */
final class ItGlueLists {
    private static final Instant MADE = World.BORN.minus(Duration.ofDays(1000));
    private static final Map<String, List<String>> NAMES = Map.of(
            "organization-types", List.of("Customer", "Prospect", "Vendor", "Own", "Partner"),
            "organization-statuses", List.of("Active", "Inactive", "Onboarding"),
            "contact-types", List.of("Approver", "End User", "Decision Maker", "Vendor Support"),
            "configuration-statuses", List.of("Active", "In Storage", "Inactive", "Retired"),
            "manufacturers", List.of("Dell", "HP", "Lenovo", "Microsoft", "VMware", "Cisco", "Brother"));
    private static final List<String> TYPES =
            List.of("Workstation", "Laptop", "Server", "Switch", "Firewall", "Printer", "Access Point", "Other");
    private static final List<String> SYSTEMS = List.of(
            "Windows 10 Pro",
            "Windows 11 Pro",
            "Windows 11 Enterprise",
            "Windows Server 2019 Standard",
            "Windows Server 2022 Standard");
    private static final String REGIONS = "US|Washington|WA US|Idaho|ID US|Wisconsin|WI US|Oregon|OR US|Minnesota|MN "
            + "US|North_Carolina|NC US|New_York|NY US|Massachusetts|MA US|Ohio|OH US|Arizona|AZ US|Texas|TX "
            + "US|Florida|FL US|Colorado|CO US|Pennsylvania|PA US|California|CA US|Illinois|IL US|Georgia|GA "
            + "CA|British_Columbia|BC CA|Ontario|ON CA|Alberta|AB CA|Quebec|QC GB|England|ENG GB|Scotland|SCT";

    private final Store store;

    ItGlueLists(Store store) {
        this.store = store;
    }

    void plant() {
        for (String list : List.of(
                "organization-types",
                "organization-statuses",
                "contact-types",
                "configuration-statuses",
                "manufacturers")) {
            NAMES.get(list).forEach(name -> add(list, named(name)));
        }
        for (String type : TYPES) {
            String kind = type.equals("Other")
                    ? null
                    : type.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
            add("configuration-types", named(type).put("kind", kind));
        }
        add("platforms", named("Windows"));
        add("platforms", named("macOS"));
        SYSTEMS.forEach(this::system);
        places();
        // Spelled as somebody typed it here; a mailbox has no letter case.
        add("users", user(Crew.of("dwhitfield"), "Administrator").put("email", "DWhitfield@Tenonworks.example"));
        add("users", user(Crew.of("mlowe"), "Editor"));
    }

    private void system(String name) {
        add("operating-systems", named(name).put("platform-id", id("platforms", "Windows")));
    }

    private void places() {
        add("countries", named("United States").put("iso", "US"));
        add("countries", named("Canada").put("iso", "CA"));
        add("countries", named("United Kingdom").put("iso", "GB"));
        for (String entry : REGIONS.split(" ")) {
            String[] region = entry.split("\\|");
            ObjectNode fields = named(region[1].replace('_', ' ')).put("iso", region[2]);
            add("regions", fields.put("country-id", country(region[0])));
        }
    }

    private static ObjectNode user(Crew.Member member, String role) {
        ObjectNode user = named(member.name()).put("first-name", member.first()).put("last-name", member.last());
        user.put("role-name", role).put("reputation", 120).put("my-glue", false).putNull("avatar");
        return user.put("email", member.email());
    }

    private static ObjectNode named(String name) {
        return Json.object().put("name", name);
    }

    private Row add(String list, ObjectNode fields) {
        return store.insert(list, fields, MADE, MADE);
    }

    long id(String list, String name) {
        return find(list, "name", name);
    }

    long country(String iso) {
        return find("countries", "iso", iso);
    }

    long operatingSystem(String name) {
        return find("operating-systems", "name", name);
    }

    private long find(String list, String field, String value) {
        return store.table(list).stream()
                .filter(row -> row.text(field).equals(value))
                .mapToLong(row -> Long.parseLong(row.id()))
                .findFirst()
                .orElseThrow();
    }

    long type(String kind) {
        return find("configuration-types", "kind", kind);
    }

    /** The entry of this name, made when it is not there yet. */
    long entry(String list, String name) {
        return store.table(list).stream()
                .filter(row -> row.text("name").equals(name))
                .mapToLong(row -> Long.parseLong(row.id()))
                .findFirst()
                .orElseGet(() -> Long.parseLong(add(list, named(name)).id()));
    }

    long model(String name, long maker) {
        return store.table("models").stream()
                .filter(row -> row.text("name").equals(name)
                        && row.get("manufacturer-id").asLong() == maker)
                .mapToLong(row -> Long.parseLong(row.id()))
                .findFirst()
                .orElseGet(() -> Long.parseLong(
                        add("models", named(name).put("manufacturer-id", maker)).id()));
    }
}
