package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.Company;
import io.mortise.sandbox.internal.world.Machine;
import io.mortise.sandbox.internal.world.Managed;
import io.mortise.sandbox.internal.world.Site;
import io.mortise.sandbox.internal.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Enters the customers that ConnectWise RMM looks after: their sites, their machines as the agent sees them, some tickets. */
final class ContinuumSeed {
    private static final int MACHINES_PER_TICKET = 9;

    private final Store store;
    private final World world;
    private final Lookups lookups;
    private int entered;

    ContinuumSeed(Store store, World world, Lookups lookups) {
        this.store = store;
        this.world = world;
        this.lookups = lookups;
    }

    void plant() {
        store.define("companies", "50101");
        store.define("sites", "60101");
        store.define("endpoints", "7000101");
        store.define("tickets", "133001");
        store.define("notes", "1");
        lookups.plant();
        world.managed().forEach(this::company);
    }

    private Row add(String table, ObjectNode fields) {
        entered++;
        return store.insert(table, fields, born(700 - entered % 400), born(1 + entered % 50));
    }

    private static Instant born(int daysBefore) {
        return World.BORN.minus(Duration.ofDays(daysBefore));
    }

    private void company(Managed managed) {
        Company company = world.companies().get(managed.company());
        ObjectNode fields = Json.object().put("name", managed.name()).put("friendlyName", managed.name());
        fields.put("description", company.business()).putNull("industryCode").putNull("acquiredDate");
        fields.putNull("inactiveDate").put("activityStatus", "Active").put("ownershipType", "Customer");
        String id = add("companies", fields).id();
        List<String> sites = new ArrayList<>();
        for (Site site : company.sites()) {
            sites.add(site(id, site));
        }
        for (int machine : managed.machines()) {
            endpoint(id, sites, company.machines().get(machine));
        }
        managed.others().forEach(machine -> endpoint(id, sites, machine));
    }

    private String site(String company, Site site) {
        ObjectNode fields = Json.object().put("companyId", company).put("name", site.name());
        fields.put("friendlyName", site.name()).put("activeFlag", true).put("primaryFlag", site.main());
        fields.put("timeZone", "America/New_York");
        ObjectNode address = fields.putObject("primaryAddress").put("addressLine1", site.street());
        address.put("addressLine2", site.suite()).put("locality", site.city());
        address.put("administrativeArea", Guesses.STATE_BY_NAME ? site.region() : site.regionCode());
        address.put("postCode", site.postalCode()).put("countryCode", site.country());
        address.put("country", site.country().equals("CA") ? "Canada" : "United States");
        fields.putObject("primaryPhoneNumber")
                .put("nationalNumber", site.phone())
                .put("primaryFlag", true);
        return add("sites", fields.putNull("primaryEmail")).id();
    }

    private void endpoint(String company, List<String> sites, Machine machine) {
        String site = sites.get(machine.site() % sites.size());
        ObjectNode fields = Json.object().put("companyId", company).put("siteId", site);
        fields.put("category", machine.computer() ? "platform" : "network").put("online", entered % 6 != 0);
        fields.put("deviceName", machine.name()).put("friendlyName", machine.name());
        fields.put("resourceType", machine.computer() ? "Computer" : "Network");
        fields.put("endpointType", Guesses.ENDPOINT_TYPES.get(machine.kind()));
        fields.putArray("ipAddress").add(machine.ip());
        fields.putArray("macAddress").add(machine.mac());
        fields.put("remoteAddress", "203.0.113.9");
        fields.set("system", system(machine));
        fields.putObject("bios").put("serialNumber", machine.serial()).put("manufacturer", machine.maker());
        fields.putObject("baseboard").put("manufacturer", machine.maker());
        if (machine.computer()) {
            ObjectNode os = fields.putObject("os").put("product", "Microsoft " + machine.os());
            os.put("type", "Windows").put("version", "10.0.22631").put("arch", "64-bit");
        }
        Row row = add("endpoints", fields);
        if (entered % MACHINES_PER_TICKET == 0) {
            ticket(row, machine);
        }
    }

    private static ObjectNode system(Machine machine) {
        ObjectNode system = Json.object().put("product", machine.maker()).put("model", machine.model());
        system.put("systemName", machine.name()).put("serialNumber", machine.serial());
        return system.put("domain", "WORKGROUP");
    }

    private void ticket(Row endpoint, Machine machine) {
        ObjectNode fields = Json.object().put("summary", machine.name() + " is offline");
        fields.put("description", "The agent on " + machine.name() + " has not reported in.");
        fields.put("company", endpoint.text("companyId")).put("site", endpoint.text("siteId"));
        fields.put("status", Integer.toString(1 + entered % 4)).put("priority", Integer.toString(1 + entered % 3));
        fields.put("serviceBoard", "2").put("source", "1").put("type", "1").put("category", "3");
        fields.put("assignee", entered % 5 == 0 ? null : Integer.toString(1 + entered % 3));
        fields.putNull("dueDate").put("createdBy", "3").put("updatedBy", "3").put("version", 1);
        fields.putArray("assets").add(endpoint.id());
        fields.putArray("tags");
        Instant opened = born(1 + entered % 30);
        Row made = store.insert("tickets", fields, opened, opened);
        store.insert("tickets", made.id(), fields.put("number", made.id()), opened, opened);
        note(made.id(), opened);
    }

    private void note(String ticket, Instant at) {
        ObjectNode note = Json.object().put("ticket", ticket).put("detail", "Opened by monitoring.");
        store.insert("notes", note.put("visibility", 1).put("createdBy", "NOC Team"), at, at);
    }
}
