package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Observation;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import io.mortise.model.Location;
import io.mortise.model.Note;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.RelatedItem;
import io.mortise.model.RichText;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** Records to write. Each is another one. */
final class Samples {
    private int count;
    private int related;

    private String fresh(String word) {
        return word + " " + ++count;
    }

    Fields edit(Tenant tenant, EntityType type, Observation record) throws Fault {
        Fields was = record.fields();
        return switch (type.name()) {
            case "organization" -> organization(tenant, was);
            case "location" -> location(was);
            case "contact" -> contact(was);
            case "note" -> Fields.of(Note.TEXT, new RichText("<p>" + fresh("Ring twice") + "</p>"));
            case "relatedItem" -> Fields.of(RelatedItem.NOTE, fresh("See also"));
            default -> configuration(tenant, was);
        };
    }

    Fields birth(Tenant tenant, EntityType type) throws Fault {
        Fields edit = edit(tenant, type, tenant.all(type).get(0));
        if (type.equals(Organization.TYPE)) return edit;
        if (type.equals(Note.TYPE)) return note(tenant, edit);
        if (type.equals(RelatedItem.TYPE)) return relatedItem(tenant, edit);
        Field<Ref> within = type.within().orElseThrow();
        return edit.but()
                .set(within, Ref.to(Organization.TYPE, organizationOf(tenant)))
                .build();
    }

    private static Fields note(Tenant tenant, Fields edit) throws Fault {
        Set<Ref> known = tenant.all(Note.TYPE).stream()
                .map(note -> note.fields().get(Note.SUBJECT).orElseThrow())
                .collect(Collectors.toSet());
        Ref subject = tenant.all(Contact.TYPE).stream()
                .filter(contact -> contact.locked().isEmpty() && !known.contains(contact.ref()))
                .findFirst()
                .orElseThrow()
                .ref();
        return edit.but().set(Note.SUBJECT, subject).build();
    }

    /** Each time another person on one of the machines whose links are looked at. */
    private Fields relatedItem(Tenant tenant, Fields edit) throws Fault {
        Ref machine = tenant.all(Configuration.TYPE).get(0).ref();
        var people = tenant.all(Contact.TYPE);
        Ref person = people.get(people.size() - 1 - related++).ref();
        return edit.but()
                .set(RelatedItem.ITEM, machine)
                .set(RelatedItem.RELATED, person)
                .build();
    }

    private static String organizationOf(Tenant tenant) throws Fault {
        return tenant.all(Location.TYPE)
                .get(0)
                .fields()
                .get(Location.ORGANIZATION)
                .orElseThrow()
                .id();
    }

    private Fields organization(Tenant tenant, Fields was) throws Fault {
        return Fields.with()
                .set(Organization.NAME, fresh("Brightwater"))
                .set(Organization.SHORT_NAME, "BW" + ++count)
                .set(
                        Organization.KIND,
                        tenant.another(Organization.TYPE, Organization.KIND, was.get(Organization.KIND)))
                .set(
                        Organization.STATUS,
                        tenant.another(Organization.TYPE, Organization.STATUS, was.get(Organization.STATUS)))
                .set(Organization.DESCRIPTION, fresh("Ask for the office manager"))
                .build();
    }

    private Fields location(Fields was) {
        boolean oregon = was.get(Location.REGION).equals(java.util.Optional.of("Oregon"));
        return Fields.with()
                .set(Location.NAME, fresh("Branch"))
                .set(Location.ADDRESS1, fresh("Mill Street"))
                .clear(Location.ADDRESS2)
                .set(Location.CITY, fresh("Salem"))
                .set(Location.REGION, oregon ? "Ohio" : "Oregon")
                .set(Location.POSTAL_CODE, "9" + (1000 + ++count))
                .set(Location.COUNTRY, "United States")
                .set(Location.PHONE, "503555" + (1000 + ++count))
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
                .set(Configuration.ASSET_TAG, fresh("Tag"))
                .set(Configuration.POSITION, fresh("Room"))
                .set(Configuration.PURCHASED_AT, LocalDate.of(2024, 1, 1).plusDays(++count))
                .set(Configuration.WARRANTY_EXPIRES_AT, LocalDate.of(2027, 1, 1).plusDays(++count))
                .build();
    }
}
