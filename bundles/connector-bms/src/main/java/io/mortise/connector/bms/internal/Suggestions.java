package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Addresses;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.DocumentationItem;
import io.mortise.model.EntityType;
import io.mortise.model.Organization;
import io.mortise.model.Password;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.util.List;
import java.util.Map;

/** What IT Glue suggests for a ticket or a company of BMS: passwords by their names, and documents. */
record Suggestions(Bms bms) {
    private static final String LIST = "/v2/integrations/itglue/{subject}/suggestedresources/{type}";
    private static final Map<String, String> SUBJECTS =
            Map.of(Ticket.TYPE.name(), "ticket", Organization.TYPE.name(), "account");
    private static final int PASSWORDS = 0;
    private static final int DOCUMENTS = 1;
    /** As IT Glue's connector names a document. */
    private static final String DOCUMENT = "document/";

    static final Mapping PASSWORD = Mapping.empty().shown(Password.NAME, "Name");
    static final Mapping ITEM = Mapping.empty()
            .shown(DocumentationItem.NAME, "Name")
            .shownMoment(DocumentationItem.CREATED, "CreatedAt")
            .shownMoment(DocumentationItem.UPDATED, "UpdatedAt");

    Lane documents() {
        return Lane.of(DocumentationItem.TYPE)
                .below(subject -> read(subject, DOCUMENTS, DOCUMENT, DocumentationItem.TYPE, ITEM));
    }

    List<Observation> passwords(Ref subject) throws Fault {
        return read(subject, PASSWORDS, "", Password.TYPE, PASSWORD);
    }

    private List<Observation> read(Ref subject, int kind, String prefix, EntityType type, Mapping mapping)
            throws Fault {
        String called = SUBJECTS.get(subject.type());
        if (called == null)
            throw Fault.of(Fault.Remedy.FORGET, "BMS suggests something for tickets and companies alone");
        Request list = Request.get(LIST, subject.id(), called).query("resourceType", kind);
        return bms.whole(list).stream()
                .flatMap(row -> Ids.read(row.at("ResourceId")).stream()
                        .map(id -> observe(Observation.of(type, prefix + id, mapping.read(row)), row)))
                .toList();
    }

    private static Observation observe(Observation seen, Json row) {
        return row.at("ResourceUrl")
                .text()
                .flatMap(Addresses::page)
                .map(seen::page)
                .orElse(seen);
    }
}
