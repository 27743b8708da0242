package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Http.Streamed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Form;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Rows;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files on tickets; BMS doesn't tell how long they are. Their bytes come when a person asks for them, and go when a
 * person gives them.
 */
final class TicketFiles {
    /** 22 stands for tickets; the numbers of other modules aren't published. */
    private static final String LIST = "/v2/system/attachments/22/{ticket}";

    static final Mapping MAPPING = Mapping.empty()
            .shown(Attachment.NAME, "AliasName")
            .shown(Attachment.FILE_NAME, "OriginalFileName")
            .shown(Attachment.MIME, "FileType")
            .shownMoment(Attachment.CREATED, "CreatedOn")
            .shown(Attachment.CREATED_BY, "CreatedByName");

    private final Bms bms;
    private final BelowTicket below;

    private TicketFiles(Bms bms) {
        this.bms = bms;
        this.below = new BelowTicket(bms, Attachment.TYPE, Attachment.PARENT, LIST, true, MAPPING);
    }

    static Lane lane(Bms bms) {
        TicketFiles files = new TicketFiles(bms);
        return Lane.of(Attachment.TYPE)
                .feeds(files.below.feed())
                .fetch(files.below::fetch)
                .content(files::content)
                .find(files::find, Attachment.PARENT, Attachment.FILE_NAME)
                .upload(files::upload, Ticket.TYPE);
    }

    private Content content(String id) throws Fault {
        String[] parts = below.parts(id);
        Streamed file = bms.api().download(Request.get(LIST + "/{child}/download", parts[0], parts[1]));
        return new Content(
                "", file.header("Content-Type").orElse("application/octet-stream"), file.length(), file.body());
    }

    /** BMS is free to change what no file system likes in a name; what is alike but for that may be it. */
    private List<Observation> find(Fields like) throws Fault {
        Optional<Ref> ticket =
                like.get(Attachment.PARENT).filter(on -> on.type().equals(Ticket.TYPE.name()));
        Optional<String> name = like.get(Attachment.FILE_NAME).map(TicketFiles::bare);
        if (ticket.isEmpty() || name.isEmpty()) return List.of();
        return below.all(
                ticket.get().id(),
                seen -> seen.fields()
                        .get(Attachment.FILE_NAME)
                        .map(TicketFiles::bare)
                        .equals(name));
    }

    private static String bare(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private Observation upload(Write write) throws Fault {
        Content file = write.content().orElseThrow(() -> Fault.of(Fault.Remedy.REPORT, "there is no file to send"));
        String ticket = write.fields()
                .get(Attachment.PARENT)
                .filter(on -> on.type().equals(Ticket.TYPE.name()))
                .map(Ref::id)
                .orElseThrow(() -> Fault.correct(
                        "BMS takes files of tickets only", Map.of(Attachment.PARENT, "must be a ticket")));
        Request post = Form.of(Request.of("POST", LIST, ticket), Map.of(), "formFile", file);
        List<Json> made = Rows.list(Bms.result(bms.api().send(post, Mapping.empty())));
        if (made.isEmpty()) throw Fault.of(Fault.Remedy.LOOK, "BMS took the file without showing it");
        return below.saved(ticket, made.get(0));
    }
}
