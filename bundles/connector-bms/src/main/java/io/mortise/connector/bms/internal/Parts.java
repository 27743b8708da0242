package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Labels;
import io.mortise.model.Contact;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A contact's e-mails, or its phones: read as a list, written as operations that name an item by its value exactly as
 * BMS shows it.
 *
 * @param input how a written item calls its value
 * @param path below the contact
 * @param types the list of labels
 */
record Parts(Labels labels, String input, String typeId, String path, String types) {
    static final Parts EMAILS = new Parts(
            new Labels(Contact.EMAILS, Contact.PRIMARY_EMAIL, "Emails", "EmailAddress", "EmailType", "IsDefault"),
            "EmailAddress",
            "EmailTypeId",
            "emails",
            Lists.EMAIL_TYPES);
    static final Parts PHONES = new Parts(
            new Labels(Contact.PHONES, Contact.PRIMARY_PHONE, "Phones", "Phone", "PhoneType", "IsDefault"),
            "PhoneNumber",
            "PhoneTypeId",
            "phones",
            Lists.PHONE_TYPES);
    private static final int ADD = 0;
    private static final int UPDATE = 1;
    private static final int DELETE = 2;

    boolean isIn(Fields fields) {
        return fields.mentions(labels.set()) || fields.mentions(labels.one());
    }

    /** The items of a new contact. */
    List<Json> fresh(Fields fields, Lists lists) throws Fault {
        List<Json> items = new ArrayList<>();
        Optional<String> chosen = fields.get(labels.one());
        for (Labelled member : fields.get(labels.set()).orElse(Set.of())) {
            boolean isDefault = chosen.map(c -> same(c, member.value())).orElse(items.isEmpty());
            items.add(Json.object()
                    .with(input, member.value())
                    .with(typeId, type(member, lists))
                    .with("IsDefault", isDefault));
        }
        return items;
    }

    /**
     * What leads from the contact as it is to what is wanted: additions first, so that the default always has a place.
     *
     * @param row with the items as they are; not looked at if the fields don't speak of them
     */
    List<Json> operations(Json row, Fields fields, Lists lists) throws Fault {
        List<Json> operations = new ArrayList<>();
        if (!isIn(fields)) return operations;
        Map<String, Json> now = now(row);
        Map<String, Labelled> wanted = wanted(now, fields);
        if (fields.mentions(labels.one())) labels.requireMember(Set.copyOf(wanted.values()), fields.get(labels.one()));
        Optional<String> chosen = chosen(now, fields).filter(wanted::containsKey);
        for (var each : wanted.entrySet()) {
            boolean isChosen = chosen.filter(each.getKey()::equals).isPresent();
            Json old = now.get(each.getKey());
            if (old == null) operations.add(added(each.getValue(), isChosen, lists));
            else if (isChosen && !old.at("IsDefault").flag()) operations.add(chosen(old));
        }
        now.forEach((key, old) -> {
            if (!wanted.containsKey(key)) operations.add(operation(DELETE, value(old)));
        });
        return operations;
    }

    private Map<String, Json> now(Json row) {
        Map<String, Json> now = new LinkedHashMap<>();
        row.at(labels.list())
                .items()
                .forEach(
                        item -> labels.value().apply(item).ifPresent(value -> now.putIfAbsent(canonical(value), item)));
        return now;
    }

    private Map<String, Labelled> wanted(Map<String, Json> now, Fields fields) {
        Map<String, Labelled> wanted = new LinkedHashMap<>();
        if (fields.mentions(labels.set()))
            fields.get(labels.set()).orElse(Set.of()).forEach(m -> wanted.put(canonical(m.value()), m));
        else now.keySet().forEach(key -> wanted.put(key, new Labelled(key, "")));
        return wanted;
    }

    private Optional<String> chosen(Map<String, Json> now, Fields fields) {
        if (fields.mentions(labels.one())) return fields.get(labels.one()).map(this::canonical);
        return now.entrySet().stream()
                .filter(e -> e.getValue().at("IsDefault").flag())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Json added(Labelled member, boolean isDefault, Lists lists) throws Fault {
        return operation(ADD, member.value())
                .with("TypeId", type(member, lists))
                .with("IsDefault", isDefault);
    }

    private Json chosen(Json old) {
        return operation(UPDATE, value(old)).with("TypeId", old.at(typeId)).with("IsDefault", true);
    }

    private Json operation(int kind, String value) {
        Json operation = Json.object().with("Operation", kind).with(input, value);
        return kind == DELETE ? operation : operation.with("New" + input, value);
    }

    Json send(Bms bms, String contact, List<Json> operations) throws Fault {
        Request request = Request.of("PATCH", "/v2/crm/contacts/{id}/" + path, contact);
        return bms.write(request, Json.of(operations), Contacts.MAPPING);
    }

    private Object type(Labelled member, Lists lists) throws Fault {
        return lists.namedOrUsual(types, member.label()).map(Ids::plain);
    }

    private String value(Json item) {
        return labels.value().apply(item).orElseThrow();
    }

    private String canonical(String value) {
        return labels.one().canonical(value);
    }

    private boolean same(String one, String other) {
        return canonical(one).equals(canonical(other));
    }
}
