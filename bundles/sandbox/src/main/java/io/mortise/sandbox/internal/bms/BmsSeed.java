package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.AgentIds;
import io.mortise.sandbox.internal.world.Company;
import io.mortise.sandbox.internal.world.Machine;
import io.mortise.sandbox.internal.world.Person;
import io.mortise.sandbox.internal.world.Site;
import io.mortise.sandbox.internal.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Enters the world into BMS as its dispatchers did. */
final class BmsSeed {
    private final Store store;
    private final World world;
    private final BmsLists lists;
    private final Map<Integer, Integer> accounts = new HashMap<>();
    private final Map<Long, Integer> contactIds = new HashMap<>();
    private final Map<Long, Integer> assetIds = new HashMap<>();
    private final Map<Long, Integer> locationIds = new HashMap<>();
    private int entered;

    BmsSeed(Store store, World world) {
        this.store = store;
        this.world = world;
        this.lists = new BmsLists(store);
    }

    void plant() {
        store.define("accounts", "31201");
        store.define("locations", "58301");
        store.define("contacts", "84001");
        store.define(Assets.TABLE, "120501");
        lists.plant();
        for (int i = 0; i < world.companies().size(); i++) {
            Company company = world.companies().get(i);
            if (company.bmsName() != null) {
                accounts.put(i, account(company, accounts.get(company.parent())));
                company(i, company, accounts.get(i));
            }
        }
    }

    private static long key(int company, int part) {
        return (long) company << 32 | part & 0xFFFF_FFFFL;
    }

    /** Where everything was entered, for what is seeded after it. */
    DeskSeed.Places places() {
        return new DeskSeed.Places() {
            @Override
            public Integer account(int company) {
                return accounts.get(company);
            }

            @Override
            public Integer contact(int company, int person) {
                return contactIds.get(key(company, person));
            }

            @Override
            public Integer location(int company, int person, int machine) {
                Company at = world.companies().get(company);
                int site = person >= 0
                        ? at.people().get(person).site()
                        : machine >= 0 ? at.machines().get(machine).site() : 0;
                return locationIds.get(key(company, site));
            }

            @Override
            public Integer asset(int company, int machine) {
                return assetIds.get(key(company, machine));
            }

            @Override
            public String agent(int company, int machine) {
                return AgentIds.agent(company, machine);
            }
        };
    }

    private Row add(String table, ObjectNode fields, int daysOld) {
        entered++;
        Instant created = World.BORN.minus(Duration.ofDays(daysOld)).minusSeconds(entered * 41L % 70_000);
        Instant updated = World.BORN.minusSeconds(entered * 6113L % (90 * 86_400));
        return store.insert(table, fields, created.isBefore(updated) ? created : updated, updated);
    }

    private int account(Company company, Integer parent) {
        ObjectNode fields = Json.object().put("accountName", company.bmsName()).put("accountCode", company.code());
        fields.put("parentId", parent).put("accountTypeId", lists.id("accounttypes", company.kind()));
        fields.put("businessTypeId", lists.id("businesstypes", company.business()));
        fields.put("accountManagerId", Views.API_USER + 1 + entered % 2);
        fields.put("website", "https://www." + company.domain())
                .put("isActive", true)
                .put("isBilling", true);
        fields.put("currencyId", 1)
                .put("acquiredDate", World.BORN.minus(Duration.ofDays(900)).toString());
        Fields.blank(fields, Fields.ACCOUNT_INPUT);
        return Integer.parseInt(add("accounts", fields, 900).id());
    }

    private void company(int number, Company company, int account) {
        Map<Integer, Integer> locations = new HashMap<>();
        for (int i = 0; i < company.sites().size(); i++) {
            locations.put(i, location(company.sites().get(i), account));
            locationIds.put(key(number, i), locations.get(i));
        }
        Map<Integer, Integer> contacts = new HashMap<>();
        for (int i = 0; i < company.people().size(); i++) {
            Person person = company.people().get(i);
            if (person.inBms()) {
                contacts.put(i, contact(person, account, locations.get(person.site())));
                contactIds.put(key(number, i), contacts.get(i));
            }
        }
        for (int i = 0; i < company.machines().size(); i++) {
            Machine machine = company.machines().get(i);
            for (int copy = 0; machine.inBms() && copy < (machine.twiceAt().equals("bms") ? 2 : 1); copy++) {
                String agent = machine.knowsAgent() && copy == 0 && company.vsaName() != null
                        ? AgentIds.agent(number, i)
                        : null;
                int asset =
                        asset(machine, account, locations.get(machine.site()), contacts.get(machine.person()), agent);
                assetIds.putIfAbsent(key(number, i), asset);
            }
        }
    }

    private int location(Site site, int account) {
        ObjectNode fields = Json.object().put("accountId", account).put("locationName", site.name());
        fields.put("isMain", site.main()).put("isActive", true);
        fields.put("timeZoneId", 15).put("dateFormatId", 1).put("timeFormatId", 1);
        ObjectNode address = fields.putArray("addresses").addObject();
        Fields.blank(address, Fields.ADDRESS);
        address.put("id", 64_001 + entered)
                .put("address1", site.street())
                .put("address2", site.suite())
                .put("city", site.city());
        address.put("state", site.regionCode()).put("zipCode", site.postalCode());
        address.put("countryId", lists.country(site.country())).put("country", lists.countryName(site.country()));
        String phone = site.phone();
        address.put("phone", phone.substring(0, 3) + "-" + phone.substring(3, 6) + "-" + phone.substring(6));
        address.put("isMain", true).put("isBilling", site.main());
        return Integer.parseInt(add("locations", fields, 890).id());
    }

    private int contact(Person person, int account, int location) {
        ObjectNode fields = Json.object().put("accountId", account).put("locationId", location);
        fields.put("firstName", person.firstName()).put("lastName", person.lastName());
        fields.put("jobTitle", person.title()).put("isPoc", person.important()).put("isActive", true);
        fields.put("isBillable", true)
                .put("canRecieveInvoices", person.important())
                .put("billByContact", false);
        ArrayNode emails = Json.array();
        emails.addObject().put("emailAddress", person.email()).put("isDefault", true);
        fields.set("emails", new ContactParts(store, ContactParts.EMAILS).fresh(emails));
        ArrayNode phones = Json.array();
        phone(phones, person.phone(), "Work");
        phone(phones, person.mobile(), "Mobile");
        fields.set("phones", new ContactParts(store, ContactParts.PHONES).fresh(phones));
        Fields.blank(fields, List.of("middleName", "effectiveDate"));
        for (String list : List.of("emails", "phones")) {
            fields.get(list)
                    .forEach(part -> ((ObjectNode) part)
                            .put("createdOn", World.BORN.toString())
                            .put("modifiedOn", World.BORN.toString()));
        }
        return Integer.parseInt(add("contacts", fields, 650).id());
    }

    private void phone(ArrayNode phones, String number, String type) {
        if (!number.isEmpty()) {
            String text = "(" + number.substring(0, 3) + ") " + number.substring(3, 6) + "-" + number.substring(6);
            phones.addObject().put("phoneNumber", text).put("phoneTypeId", lists.id("phonetypes", type));
        }
    }

    private int asset(Machine machine, int account, int location, Integer contact, String agent) {
        ObjectNode fields = Json.object().put("name", machine.name()).put("accountId", account);
        fields.put("accountLocationId", location).put("contactId", contact);
        fields.put("categoryId", lists.category(machine.kind())).put("stateId", lists.id("assetstates", "In Use"));
        int maker = lists.id("manufacturers", machine.makerShort());
        fields.put("manufacturerId", maker).put("brandId", maker).put("modelNumber", machine.model());
        String serial = machine.sloppy() ? machine.serial().toLowerCase(Locale.ROOT) + " " : machine.serial();
        fields.put("serialNumber", serial)
                .put(
                        "macAddress",
                        machine.mac().replace(":", machine.sloppy() ? "" : "-").toUpperCase(Locale.ROOT));
        fields.put("ipAddress", machine.ip()).put("subnetMask", "255.255.255.0");
        fields.put("defaultGateway", machine.ip().substring(0, machine.ip().lastIndexOf('.')) + ".1");
        if (machine.computer()) {
            fields.put("osType", "Windows").put("osInfo", machine.os()).put("computerName", machine.name());
        }
        fields.put("assetTag", machine.assetTag()).put("isActive", true);
        Instant bought =
                World.BORN.minus(Duration.ofDays(machine.daysOld())).truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        fields.put("acquisitionDate", bought.toString());
        fields.put("warrantyExpirationDate", bought.plus(Duration.ofDays(1095)).toString());
        fields.put("agentId", agent).put("integrationTypeId", agent == null ? null : Integer.valueOf(Guesses.VSA));
        fields.putNull("webRemoteUrl").putArray("diskVolumes");
        fields.putArray("statuses");
        Fields.blank(fields, Fields.ASSET_INPUT);
        return Integer.parseInt(add(Assets.TABLE, fields, machine.daysOld()).id());
    }
}
