package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.Company;
import io.mortise.sandbox.internal.world.Machine;
import io.mortise.sandbox.internal.world.Person;
import io.mortise.sandbox.internal.world.Site;
import io.mortise.sandbox.internal.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Enters the world into IT Glue as its documenters did: most of it, some of it spelled their own way. */
final class ItGlueSeed {
    private final Store store;
    private final Catalog catalog;
    private final World world;
    private final ItGlueLists lists;
    private int entered;

    ItGlueSeed(Store store, Catalog catalog, World world) {
        this.store = store;
        this.catalog = catalog;
        this.world = world;
        this.lists = new ItGlueLists(store);
    }

    void plant() {
        long first = 4_862_000_000_000_001L;
        for (String type : catalog.all().keySet()) {
            first += 21_000_000_000L;
            store.define(type, Long.toString(first));
        }
        lists.plant();
        Map<Integer, Long> organizations = new HashMap<>();
        for (int i = 0; i < world.companies().size(); i++) {
            Company company = world.companies().get(i);
            if (company.itGlueName() != null) {
                organizations.put(i, organization(company, organizations.get(company.parent())));
                company(company, organizations.get(i));
            }
        }
        world.companies().stream().filter(Company::twiceAtItGlue).forEach(company -> organization(company, null));
    }

    private Row add(String type, ObjectNode fields, int daysOld) {
        entered++;
        Instant created = World.BORN.minus(Duration.ofDays(daysOld)).minusSeconds(entered * 37L % 80_000);
        Instant updated = World.BORN.minusSeconds(entered * 7919L % (90 * 86_400));
        ObjectNode all = Writes.blank(catalog.get(type));
        all.setAll(fields);
        return store.insert(type, all, created.isBefore(updated) ? created : updated, updated);
    }

    private long organization(Company company, Long parent) {
        ObjectNode fields = Json.object().put("name", company.itGlueName());
        fields.put("organization-type-id", lists.id("organization-types", company.kind()));
        fields.put("organization-status-id", lists.id("organization-statuses", "Active"));
        fields.put("short-name", company.code()).put("primary", company.kind().equals("Own"));
        fields.put("logo", "").put("parent-id", parent == null ? null : parent.toString());
        fields.put("quick-notes", NoteTexts.company(company, entered));
        return Long.parseLong(add("organizations", fields, 900).id());
    }

    private void company(Company company, long organization) {
        Map<Integer, Long> locations = new HashMap<>();
        for (int i = 0; i < company.sites().size(); i++) {
            if (company.sites().get(i).inItGlue()) {
                locations.put(i, location(company.sites().get(i), organization));
            }
        }
        Map<Integer, Long> contacts = new HashMap<>();
        for (int i = 0; i < company.people().size(); i++) {
            Person person = company.people().get(i);
            if (person.inItGlue()) {
                contacts.put(i, contact(person, organization, locations.get(person.site())));
            }
        }
        for (Machine machine : company.machines()) {
            for (int i = 0; machine.inItGlue() && i < (machine.twiceAt().equals("itglue") ? 2 : 1); i++) {
                Long location = locations.get(machine.site());
                configuration(machine, organization, location, contacts.get(machine.person()));
            }
        }
    }

    private long location(Site site, long organization) {
        ObjectNode fields = Json.object().put("organization-id", organization);
        fields.put("name", site.name()).put("primary", site.main());
        fields.put("address-1", site.itGlueStreet()).put("address-2", site.suite());
        fields.put("city", site.city()).put("postal-code", site.postalCode());
        fields.put("region-id", lists.id("regions", site.region()));
        fields.put("country-id", lists.country(site.country())).put("phone", site.phone());
        fields.put("notes", NoteTexts.place(entered));
        return Long.parseLong(add("locations", fields, 880).id());
    }

    private long contact(Person person, long organization, Long location) {
        ObjectNode fields = Json.object().put("organization-id", organization);
        fields.put("first-name", person.nickname()).put("last-name", person.lastName());
        fields.put("name", person.nickname() + " " + person.lastName());
        fields.put("title", person.title()).put("location-id", location);
        fields.put("contact-type-id", lists.id("contact-types", person.important() ? "Approver" : "End User"));
        fields.put("important", person.important() ? Boolean.TRUE : entered % 2 == 0 ? Boolean.FALSE : null);
        fields.put("notes", NoteTexts.person(entered));
        ArrayNode emails = fields.putArray("contact-emails");
        email(emails, person.email(), "Work", true);
        if (person.secondEmail() != null) {
            email(emails, person.secondEmail(), "Home", false);
        }
        ArrayNode phones = fields.putArray("contact-phones");
        phone(phones, person.phone(), "Work");
        if (entered % 3 > 0) {
            phone(phones, person.mobile(), "Mobile");
        }
        return Long.parseLong(add("contacts", fields, 700).id());
    }

    private static void email(ArrayNode emails, String address, String label, boolean primary) {
        emails.addObject().put("value", address).put("label-name", label).put("primary", primary);
    }

    private static void phone(ArrayNode phones, String number, String label) {
        if (!number.isEmpty()) {
            ObjectNode phone = phones.addObject().put("value", number).put("label-name", label);
            phone.put("primary", phones.size() == 1).putNull("extension").put("label-type", "phone");
            JsonNode formatted = Phones.formatted(number);
            phone.set("formatted-value", formatted);
        }
    }

    private void configuration(Machine machine, long organization, Long location, Long contact) {
        ObjectNode fields = Json.object().put("organization-id", organization);
        String name = machine.sloppy() ? machine.name().toLowerCase(Locale.ROOT) : machine.name();
        fields.put("name", name).put("hostname", machine.computer() ? name : null);
        fields.put("configuration-type-id", lists.type(machine.kind()));
        fields.put("configuration-status-id", lists.id("configuration-statuses", "Active"));
        fields.put("serial-number", machine.serial()).put("asset-tag", machine.assetTag());
        fields.put("mac-address", machine.sloppy() ? machine.mac().replace(':', '-') : machine.mac());
        fields.put("primary-ip", machine.ip()).put("default-gateway", gateway(machine.ip()));
        long maker = lists.entry("manufacturers", machine.makerShort());
        fields.put("manufacturer-id", maker).put("model-id", lists.model(machine.model(), maker));
        if (machine.computer()) {
            fields.put("operating-system-id", lists.operatingSystem(machine.os()));
        }
        fields.put("location-id", location).put("contact-id", contact);
        fields.put("notes", NoteTexts.machine(entered));
        fields.put("purchased-at", day(machine.daysOld()));
        fields.put("warranty-expires-at", day(machine.daysOld() - 1095));
        Row row = add("configurations", fields, machine.daysOld());
        ObjectNode primary =
                Json.object().put("configuration-id", Long.valueOf(row.id())).put("primary", true);
        primary.set("ip-address", fields.get("primary-ip"));
        primary.set("mac-address", fields.get("mac-address"));
        add("configuration-interfaces", primary, machine.daysOld());
    }

    private static String gateway(String ip) {
        return ip.substring(0, ip.lastIndexOf('.')) + ".1";
    }

    private static String day(int daysOld) {
        return World.BORN.minus(Duration.ofDays(daysOld)).toString().substring(0, 10);
    }
}
