package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Reach;
import io.mortise.api.Records;
import io.mortise.model.ChecklistTemplate;
import io.mortise.model.Declared;
import io.mortise.model.DocumentationItem;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Password;
import io.mortise.model.Ref;
import java.util.Map;
import java.util.Optional;

/** What of the documentation can be named beside a ticket, as far as a person's own login shows it. Thread-safe. */
final class Documented {
    /** By type, the field that says whose it is. */
    static final Map<EntityType, Field<Ref>> KINDS = Map.of(
            DocumentationItem.TYPE, DocumentationItem.ORGANIZATION,
            Password.TYPE, Password.ORGANIZATION,
            ChecklistTemplate.TYPE, ChecklistTemplate.ORGANIZATION);

    private final Records records;
    private final Reach reach;

    Documented(Records records, Reach reach) {
        this.records = records;
        this.reach = reach;
    }

    /**
     * @param type documentationItem, password or checklistTemplate; of a password its name alone
     * @param kind what the documentation calls this sort of thing, "" if nothing special
     * @param url its page there, "" if there is none
     */
    record Found(String type, String id, String name, String kind, String url, Optional<Ref> customer) {}

    /** Empty for what can't be suggested: restricted, given up, or with nothing to open, such as a folder. */
    Optional<Found> of(Caller caller, Entity record) {
        if (record.get(EntityType.RESTRICTED).orElse(false) || !record.isActive()) return Optional.empty();
        String url = records.links(caller, record.ref()).stream()
                .map(Records.Link::url)
                .filter(page -> !page.isEmpty())
                .findFirst()
                .orElse("");
        boolean isItem = record.ref().type().equals(DocumentationItem.TYPE.name());
        if (isItem && url.isEmpty()) return Optional.empty();
        String kind = record.get(DocumentationItem.KIND).filter(any -> isItem).orElse("");
        return Optional.of(new Found(record.ref().type(), record.id(), title(record), kind, url, customer(record)));
    }

    /** Of a customer whom the caller's own login shows, or of none. */
    boolean maySee(Caller caller, Entity record) {
        return customer(record)
                .map(customer -> reach.of(caller).have(customer.id()))
                .orElse(true);
    }

    private static Optional<Ref> customer(Entity record) {
        return Declared.type(record.ref().type()).map(KINDS::get).flatMap(record::get);
    }

    static String title(Entity record) {
        return record.get(DocumentationItem.NAME).orElse(""); // all three types have a field of that name
    }
}
