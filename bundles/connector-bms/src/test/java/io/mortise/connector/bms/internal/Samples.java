package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Observation;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.ChecklistItem;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import io.mortise.model.Location;
import io.mortise.model.Lookup;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records to write. Each is another one. */
final class Samples {
    private int count;

    private String fresh(String word) {
        return word + " " + ++count;
    }

    Fields edit(Tenant tenant, EntityType type, Observation record) throws Fault {
        Fields was = record.fields();
        return switch (type.name()) {
            case "organization" -> organization(tenant, was);
            case "contact" -> contact(was);
            case "ticket" -> ticket(tenant, was);
            case "checklistItem" ->
                DeskSamples.task(++count)
                        .but()
                        .set(ChecklistItem.DONE, !was.get(ChecklistItem.DONE).orElse(false))
                        .build();
            default -> configuration(tenant, was);
        };
    }

    /** In the organization, and at the place, of the first location. */
    Fields birth(Tenant tenant, EntityType type) throws Fault {
        Fields edit = edit(tenant, type, tenant.all(type).get(0))
                .but()
                .set(EntityType.ACTIVE, true)
                .build();
        if (type.equals(Organization.TYPE)) return edit;
        Observation place = tenant.all(Location.TYPE).get(0);
        Ref organization = place.fields().get(Location.ORGANIZATION).orElseThrow();
        return type.equals(Contact.TYPE)
                ? edit.but()
                        .set(Contact.ORGANIZATION, organization)
                        .set(Contact.LOCATION, place.ref())
                        .build()
                : edit.but().set(Configuration.ORGANIZATION, organization).build();
    }

    private Fields ticket(Tenant tenant, Fields was) throws Fault {
        return Fields.with()
                .set(Ticket.TITLE, fresh("Printer offline"))
                .set(Ticket.DESCRIPTION, new RichText("<p>" + fresh("It says no") + "</p>"))
                .set(Ticket.PRIORITY, tenant.another(Ticket.TYPE, Ticket.PRIORITY, was.get(Ticket.PRIORITY)))
                .set(Ticket.QUEUE, tenant.another(Ticket.TYPE, Ticket.QUEUE, was.get(Ticket.QUEUE)))
                .set(Ticket.CUSTOM_FIELDS, Map.of(customField(tenant), fresh("PO")))
                .build();
    }

    private static String customField(Tenant tenant) throws Fault {
        return tenant.all(Lookup.TYPE).stream()
                .filter(seen -> seen.fields().get(Lookup.LIST).equals(Optional.of("ticketField"))
                        && seen.fields().get(Lookup.LABEL).equals(Optional.of("PO Number")))
                .flatMap(seen -> seen.fields().get(Lookup.CODE).stream())
                .findFirst()
                .orElseThrow();
    }

    private Fields organization(Tenant tenant, Fields was) throws Fault {
        return Fields.with()
                .set(Organization.NAME, fresh("Brightwater"))
                .set(Organization.SHORT_NAME, "BW" + ++count)
                .set(
                        Organization.KIND,
                        tenant.another(Organization.TYPE, Organization.KIND, was.get(Organization.KIND)))
                .set(Organization.WEBSITE, "https://www" + ++count + ".example.com")
                .set(EntityType.ACTIVE, !was.get(EntityType.ACTIVE).orElse(true))
                .set(Organization.DESCRIPTION, fresh("Ask for the office manager"))
                .build();
    }

    private Fields contact(Fields was) {
        String email = "person" + ++count + "@example.com";
        String phone = "503555" + (1000 + ++count) + "x" + count;
        return Fields.with()
                .set(Contact.FIRST_NAME, fresh("Robin"))
                .set(Contact.LAST_NAME, fresh("Ferris"))
                .set(Contact.TITLE, fresh("Bookkeeper"))
                .set(Contact.IMPORTANT, !was.get(Contact.IMPORTANT).orElse(false))
                .set(EntityType.ACTIVE, !was.get(EntityType.ACTIVE).orElse(true))
                .set(Contact.EMAILS, with(was.get(Contact.EMAILS).orElse(Set.of()), new Labelled(email, "Home")))
                .set(Contact.PRIMARY_EMAIL, email)
                .set(Contact.PHONES, with(was.get(Contact.PHONES).orElse(Set.of()), new Labelled(phone, "Mobile")))
                .set(Contact.PRIMARY_PHONE, phone)
                .build();
    }

    private static Set<Labelled> with(Set<Labelled> all, Labelled one) {
        Set<Labelled> more = new java.util.LinkedHashSet<>(all);
        more.add(one);
        return more;
    }

    private Fields configuration(Tenant tenant, Fields was) throws Fault {
        var type = Configuration.TYPE;
        boolean dell = was.get(Configuration.MANUFACTURER).equals(java.util.Optional.of("Dell"));
        return Fields.with()
                .set(Configuration.NAME, fresh("PC"))
                .set(Configuration.KIND, tenant.another(type, Configuration.KIND, was.get(Configuration.KIND)))
                .set(Configuration.STATUS, tenant.another(type, Configuration.STATUS, was.get(Configuration.STATUS)))
                .set(EntityType.ACTIVE, !was.get(EntityType.ACTIVE).orElse(true))
                .set(Configuration.SERIAL, "SN-" + ++count)
                .set(Configuration.MAC, "00:1a:2b:3c:4d:%02x".formatted(++count % 256))
                .set(Configuration.PRIMARY_IP, "10.9.8." + ++count % 256)
                .set(Configuration.MANUFACTURER, dell ? "Lenovo" : "Dell")
                .set(Configuration.MODEL, fresh("Model"))
                .set(Configuration.OPERATING_SYSTEM, fresh("System"))
                .set(Configuration.ASSET_TAG, fresh("Tag"))
                .set(Configuration.POSITION, fresh("Room"))
                .set(Configuration.PURCHASED_AT, LocalDate.of(2024, 1, 1).plusDays(++count))
                .set(Configuration.WARRANTY_EXPIRES_AT, LocalDate.of(2027, 1, 1).plusDays(++count))
                .build();
    }
}
