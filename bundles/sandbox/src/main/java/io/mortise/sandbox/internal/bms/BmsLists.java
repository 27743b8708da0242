package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.Crew;
import io.mortise.sandbox.internal.world.World;
import java.util.List;

/** The short lists of the simulated tenant; their ids are large and the tenant's own, as in life. */
final class BmsLists {
    /** Table, first id, names. */
    private static final String LISTS = """
            accounttypes 5601 Customer|Prospect|Vendor|Own
            businesstypes 6701 Professional Services|Healthcare|Legal|Transportation|Financial Services|Manufacturing\
            |Real Estate|Construction|Food and Beverage|Education|Retail|IT Services
            servicetypes 6801 Managed Services|Time and Material
            assetcategories 9301 Workstation|Laptop|Server|Switch|Firewall|Printer|Access Point
            assetstates 9401 In Use|In Stock|In Repair|Retired
            manufacturers 9501 Dell|HP|Lenovo|Microsoft|VMware|Cisco|SonicWall|Brother|Ubiquiti
            vendors 9601 CDW|Ingram Micro
            businessimpacts 9701 High|Medium|Low
            emailtypes 41 Work|Home|Other
            phonetypes 51 Work|Mobile|Home|Fax
            contacttypes 61 Client|Vendor
            countries 1 United States|Canada|United Kingdom""";

    private final Store store;

    BmsLists(Store store) {
        this.store = store;
    }

    void plant() {
        for (String line : LISTS.split("\n")) {
            String[] parts = line.split(" ", 3);
            list(parts[0], parts[1], parts[2].split("\\|"));
        }
        store.define("employees", Integer.toString(Views.API_USER));
        employee(new Crew.Member(Tokens.USER, "API", "User", "api@tenonworks.example"), "Integration");
        employee(Crew.of("dwhitfield"), "Service Manager");
        employee(Crew.of("mlowe"), "Account Manager");
    }

    private void list(String table, String firstId, String... names) {
        store.define(table, firstId);
        for (String name : names) {
            ObjectNode entry =
                    Json.object().put("name", name).put("isActive", true).put("isDefault", false);
            if (table.equals("accounttypes")) {
                entry.put("isClient", !name.equals("Vendor")).put("isVendor", name.equals("Vendor"));
            }
            store.insert(table, entry, World.BORN, World.BORN);
        }
    }

    private void employee(Crew.Member member, String title) {
        ObjectNode employee = Json.object().put("firstName", member.first()).put("lastName", member.last());
        employee.put("emailAddress", member.email()).put("username", member.user());
        store.insert("employees", employee.put("jobTitle", title).put("isActive", true), World.BORN, World.BORN);
    }

    int id(String table, String name) {
        return store.table(table).stream()
                .filter(row -> row.text("name").equals(name))
                .mapToInt(row -> Integer.parseInt(row.id()))
                .findFirst()
                .orElseThrow();
    }

    int category(String kind) {
        return switch (kind) {
            case "access-point" -> id("assetcategories", "Access Point");
            default -> id("assetcategories", Character.toUpperCase(kind.charAt(0)) + kind.substring(1));
        };
    }

    String countryName(String iso) {
        return List.of("US", "CA").indexOf(iso) == 1 ? "Canada" : "United States";
    }

    int country(String iso) {
        return id("countries", countryName(iso));
    }
}
