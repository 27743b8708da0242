package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Password;
import io.mortise.model.Ref;
import java.util.Map;
import java.util.Optional;

/**
 * The record that something hangs on. Our id of such a thing names it first, since IT Glue shows the thing with it
 * alone: {@code configurations/4711/12}.
 */
record Parents(String resource, EntityType type) {
    static final Parents ORGANIZATIONS = new Parents("organizations", Organization.TYPE);
    static final Parents CONFIGURATIONS = new Parents("configurations", Configuration.TYPE);
    static final Parents CONTACTS = new Parents("contacts", Contact.TYPE);
    static final Parents LOCATIONS = new Parents("locations", Location.TYPE);
    static final Parents PASSWORDS = new Parents("passwords", Password.TYPE);

    private static final Map<String, Parents> ALL = Map.of(
            "organizations", ORGANIZATIONS,
            "configurations", CONFIGURATIONS,
            "contacts", CONTACTS,
            "locations", LOCATIONS,
            "passwords", PASSWORDS);

    static Optional<Parents> called(String resource) {
        return Optional.ofNullable(ALL.get(resource));
    }

    /** Those that records of a type hang on. */
    static Optional<Parents> of(String type) {
        return ALL.values().stream()
                .filter(each -> each.type().name().equals(type))
                .findFirst();
    }

    Ref ref(String id) {
        return Ref.to(type, id);
    }

    String path() {
        return "/" + resource + "/{id}";
    }

    /** One of our ids in its parts. */
    record Place(Parents parents, String parent, String child) {
        /** @param id {@code configurations/4711/12}, or without the last part for what there is one of */
        static Place read(String id) throws Fault {
            String[] parts = id.split("/", 3);
            Optional<Parents> parents = called(parts[0]);
            if (parents.isEmpty() || parts.length < 2)
                throw Fault.of(Fault.Remedy.FORGET, "IT Glue has no such record");
            return new Place(parents.get(), parts[1], parts.length == 3 ? parts[2] : "");
        }
    }
}
