package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Person;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A person in the screens of BMS, who can do more than the API: locations, for one. */
final class BmsPerson implements Person {
    private static final Map<String, List<String>> FIELDS = Map.of(
            "accounts", Fields.names(String.join(" ", Fields.ACCOUNT_INPUT) + " isBilling currencyId locations"),
            "locations",
                    Fields.names(
                            "accountId locationName isMain isActive addresses timeZoneId dateFormatId timeFormatId"),
            "contacts",
                    Fields.names("accountId locationId firstName middleName lastName jobTitle isPoc isActive "
                            + "effectiveDate isBillable canRecieveInvoices billByContact emails phones"),
            "hardwareassets",
                    Fields.names(String.join(" ", Fields.ASSET_INPUT) + " agentId integrationTypeId webRemoteUrl "
                            + "diskVolumes statuses"),
            "tickets",
                    Fields.names(
                            String.join(" ", TicketInput.NAMES) + " integrationTypeId rmmTicketReference vsaAssetId "
                                    + "occurrenceCount lastOccurrenceDate isReadOnly"),
            "contracts", Fields.names("accountId contractName contractNumber isDefault isActive startDate endDate"),
            "ticketnotes", Fields.names("ticketId details isInternal typeId"),
            "timelogs",
                    Fields.names("ticketId startDate startTime endTime timespent notes internalNotes workTypeId roleId "
                            + "userId isPosted isApproved isBilled isBillable"));

    private final Store store;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Assets assets;
    private final Records records;
    private final ServiceDesk desk;

    BmsPerson(Store store, Accounts accounts, Contacts contacts, Assets assets, Records records, ServiceDesk desk) {
        this.desk = desk;
        this.store = store;
        this.accounts = accounts;
        this.contacts = contacts;
        this.assets = assets;
        this.records = records;
    }

    @Override
    public Set<String> fields(String type) {
        return new LinkedHashSet<>(
                FIELDS.getOrDefault(
                        type,
                        Fields.names(
                                "name isActive isDefault isClient isVendor iso firstName lastName emailAddress username jobTitle")));
    }

    @Override
    public Row create(String type, ObjectNode fields) {
        return readable(() -> switch (type) {
            case "accounts" -> account(fields);
            case "locations" -> location(fields);
            case "contacts" -> contact(fields);
            case "hardwareassets" -> asset(fields);
            case "tickets", "ticketnotes", "timelogs" -> desk.create(type, fields);
            default -> store.insert(type, fields);
        });
    }

    private Row account(ObjectNode fields) {
        com.fasterxml.jackson.databind.JsonNode locations = fields.remove("locations");
        defaultTo(fields, "accountTypeId", "accounttypes");
        defaultTo(fields, "businessTypeId", "businesstypes");
        defaultTo(fields, "accountManagerId", "employees");
        records.check(fields, Fields.ACCOUNT_REQUIRED);
        active(fields);
        Row account = accounts.insert(fields);
        if (locations == null || locations.isEmpty()) {
            ObjectNode main = Json.object().put("locationName", "Main");
            main.putArray("addresses").addObject().put("country", "United States");
            accounts.insertLocation(account.id(), main);
        } else {
            locations.forEach(each -> accounts.insertLocation(account.id(), each));
        }
        return account;
    }

    private void defaultTo(ObjectNode fields, String name, String table) {
        if (!fields.has(name)) {
            fields.put(
                    name,
                    Integer.parseInt(store.table(table).rows().iterator().next().id()));
        }
    }

    private static void active(ObjectNode fields) {
        if (!fields.path("isActive").isBoolean()) {
            fields.put("isActive", true);
        }
    }

    private Row location(ObjectNode fields) {
        records.check(fields, List.of("accountId", "locationName"));
        String account = Row.text(fields, "accountId");
        Row row = accounts.insertLocation(account, fields);
        touchAccount(account);
        return row;
    }

    private void touchAccount(String id) {
        if (Guesses.PART_TOUCHES_WHOLE) {
            store.table("accounts").find(id).ifPresent(row -> store.update("accounts", row, Json.object()));
        }
    }

    private Row contact(ObjectNode fields) {
        locationOf(fields, "locationId");
        records.check(fields, List.of("accountId", "locationId"));
        return contacts.insert(fields, fields.path("emails"), fields.path("phones"));
    }

    private Row asset(ObjectNode fields) {
        locationOf(fields, "accountLocationId");
        defaultTo(fields, "categoryId", "assetcategories");
        active(fields);
        assets.check(fields);
        return assets.insert(fields);
    }

    /** The screens offer the account's main location. */
    private void locationOf(ObjectNode fields, String name) {
        if (!fields.has(name)) {
            store.table("locations").stream()
                    .filter(row -> row.flag("isMain") && row.text("accountId").equals(Row.text(fields, "accountId")))
                    .findFirst()
                    .ifPresent(row -> fields.put(name, Integer.parseInt(row.id())));
        }
    }

    @Override
    public Row change(String type, Row row, ObjectNode changes) {
        return readable(() -> {
            if (List.of("tickets", "ticketnotes", "timelogs").contains(type)) {
                return desk.change(type, row, changes);
            }
            if (FIELDS.containsKey(type)) {
                records.check(changes, List.of());
            }
            for (ContactParts.Kind kind : List.of(ContactParts.EMAILS, ContactParts.PHONES)) {
                if (type.equals("contacts") && changes.has(kind.list())) {
                    changes.set(kind.list(), new ContactParts(store, kind).fresh(changes.get(kind.list())));
                }
            }
            Row changed = store.update(type, row, changes);
            if (type.equals("locations")) {
                touchAccount(row.text("accountId"));
            }
            return changed;
        });
    }

    private static Row readable(Supplier<Row> action) {
        try {
            return action.get();
        } catch (Refusal refusal) {
            throw new BadRequest(refusal.response().json().toString(), refusal);
        }
    }

    @Override
    public void delete(String type, Row row) {
        if (type.equals("tickets")) {
            desk.delete(row);
            return;
        }
        store.delete(type, row.id());
        if (type.equals("accounts")) {
            for (String child : List.of("locations", "contacts", "hardwareassets")) {
                for (Row each : store.table(child).stream().toList()) {
                    if (each.text("accountId").equals(row.id())) {
                        store.delete(child, each.id());
                    }
                }
            }
        }
    }
}
