package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Row;
import java.util.Locale;
import java.util.stream.Stream;

/** What IT Glue reads of the tickets: the feed of the modified ones, and a search over all. */
final class TicketSync {
    private static final String ROOT = "/v2/integrations/itglue/servicedesk/";

    private final Office office;
    private final TicketSheets sheets;
    private final Sheet sheet;

    TicketSync(Office office, TicketSheets sheets) {
        this.office = office;
        this.sheets = sheets;
        this.sheet = new Sheet(office.labels(), "id createdOn modifiedOn");
    }

    void addTo(Router routes) {
        routes.read(ROOT + "ticketsync", office.answered(this::feed));
        routes.read(
                ROOT + "ticketsync/{ticketId}",
                office.answered(request -> Envelope.result(sheet.of(office.ticket(request)))));
        routes.read(ROOT + "globalsearch", office.answered(this::search));
    }

    private Stream<Row> visible(Request request) {
        return office.store().table(Tickets.TABLE).stream().filter(office.visible(office.caller(request)));
    }

    private Response feed(Request request) {
        return Selection.of(Criteria.of(request))
                .moved("CreatedOn", Row::createdAt)
                .moved("ModifiedOn", Row::updatedAt)
                .page(visible(request), sheet);
    }

    private Response search(Request request) {
        Criteria criteria = Criteria.of(request);
        String keyword = criteria.filter("Keyword").orElse("").toLowerCase(Locale.ROOT);
        return Selection.of(criteria)
                .ids("AccountIds", "accountId")
                .keep(row -> (TicketSheets.number(row) + " " + row.text("title") + " " + row.text("details"))
                        .toLowerCase(Locale.ROOT)
                        .contains(keyword))
                .list(visible(request), sheets.found);
    }
}
