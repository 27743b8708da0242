package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Writable;
import io.mortise.model.ChecklistItem;
import io.mortise.model.ChecklistTemplate;
import io.mortise.model.Note;
import io.mortise.model.Password;
import io.mortise.model.Secret;
import java.util.List;
import java.util.Map;

/**
 * What BMS hands through of IT Glue: notes of companies and contacts, checklist templates with their tasks, values of
 * passwords. They are IT Glue's and have their home there; this is another way to them, for who is connected with both.
 */
final class Bridge {
    static final String PRODUCT = "itglue";
    private static final String ROOT = "/v2/integrations/itglue/";
    /** What a note of IT Glue is called by, and where it is here. */
    private static final Map<String, String> NOTES =
            Map.of("organizations", ROOT + "accounts/{id}/notes", "contacts", ROOT + "contacts/{id}/notes");

    static final Mapping NOTE = Mapping.empty().rich(Note.TEXT, "Notes");
    static final Mapping TEMPLATE = Mapping.empty()
            .shown(ChecklistTemplate.NAME, "name")
            .shown(ChecklistTemplate.DESCRIPTION, "description")
            .shown(ChecklistTemplate.CREATED_BY, "createdByName")
            .shownMoment(ChecklistTemplate.CREATED, "createdOn")
            .shownMoment(ChecklistTemplate.UPDATED, "updatedOn");
    static final Mapping TASK = Mapping.empty()
            .shown(ChecklistItem.NAME, "name")
            .shown(ChecklistItem.DESCRIPTION, "description")
            .shown(
                    ChecklistItem.ORDER,
                    "order",
                    row -> row.at("order").plain().text().map(Long::valueOf));
    private static final Writable TEXT = Writable.of(Note.TYPE, Note.TEXT);

    private final Bms bms;
    private final Suggestions suggestions;

    Bridge(Bms bms) {
        this.bms = bms;
        this.suggestions = new Suggestions(bms);
    }

    List<Lane> lanes() {
        return List.of(
                Lane.of(Note.TYPE).fetch(this::note).update(TEXT.only(this::save), TEXT.array()),
                Lane.of(Password.TYPE).reveal(Password.VALUE, this::password).below(suggestions::passwords),
                suggestions.documents(),
                Lane.of(ChecklistTemplate.TYPE).below(account -> templates(account.id())),
                Lane.of(ChecklistItem.TYPE).below(template -> tasks(template.id())));
    }

    private Observation note(String id) throws Fault {
        String[] parts = place(id);
        return note(id, bms.one(Request.get(NOTES.get(parts[0]), parts[1])));
    }

    private Observation save(Write w) throws Fault {
        String id = w.id().orElseThrow();
        String[] parts = place(id);
        Json body = Json.object()
                .with(
                        "Notes",
                        w.fields().get(Note.TEXT).map(text -> text.html()).orElse(""));
        return note(id, bms.write(Request.of("PUT", NOTES.get(parts[0]), parts[1]), body, NOTE));
    }

    private static Observation note(String id, Json answer) {
        return Observation.of(Note.TYPE, id, NOTE.read(answer));
    }

    /** {@code organizations/310}, as IT Glue's connector names it; notes of other things aren't handed through. */
    private static String[] place(String id) throws Fault {
        String[] parts = id.split("/", 2);
        if (parts.length != 2 || !NOTES.containsKey(parts[0]))
            throw Fault.of(Remedy.FORGET, "BMS hands through notes of companies and contacts alone");
        return parts;
    }

    private Secret password(String id) throws Fault {
        Json value = bms.one(Request.get(ROOT + "passwords/{id}", id));
        return value.text()
                .map(Secret::of)
                .orElseThrow(() -> Fault.of(Remedy.FORGET, "IT Glue keeps no value for this password"));
    }

    private List<Observation> templates(String account) throws Fault {
        Request list = Request.get(ROOT + "checklists").query("accountId", account);
        return paged(list).stream()
                .flatMap(row -> Ids.read(row.at("id")).stream()
                        .map(id -> Observation.of(ChecklistTemplate.TYPE, id, TEMPLATE.read(row))))
                .toList();
    }

    private List<Observation> tasks(String template) throws Fault {
        return paged(Request.get(ROOT + "checklists/{id}/tasks", template)).stream()
                .flatMap(row -> Ids.read(row.at("id")).stream()
                        .map(id -> Observation.of(ChecklistItem.TYPE, template + "/" + id, TASK.read(row))))
                .toList();
    }

    private List<Json> paged(Request list) throws Fault {
        return Rows.full(
                Feeds.PAGE, page -> bms.whole(list.query("PageNumber", page).query("PageSize", Feeds.PAGE)));
    }
}
