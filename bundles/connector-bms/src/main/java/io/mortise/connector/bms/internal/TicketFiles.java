package io.mortise.connector.bms.internal;

import io.mortise.connector.Lane;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Attachment;

/** Files on tickets, without their bytes; BMS doesn't tell how long they are. */
final class TicketFiles {
    /** 22 stands for tickets; the numbers of other modules aren't published. */
    private static final String LIST = "/v2/system/attachments/22/{ticket}";

    static final Mapping MAPPING = Mapping.empty()
            .shown(Attachment.NAME, "AliasName")
            .shown(Attachment.FILE_NAME, "OriginalFileName")
            .shown(Attachment.MIME, "FileType")
            .shownMoment(Attachment.CREATED, "CreatedOn")
            .shown(Attachment.CREATED_BY, "CreatedByName");

    private TicketFiles() {}

    static Lane lane(Bms bms) {
        BelowTicket below = new BelowTicket(bms, Attachment.TYPE, Attachment.PARENT, LIST, true, MAPPING);
        return Lane.of(Attachment.TYPE).feeds(below.feed()).fetch(below::fetch);
    }
}
