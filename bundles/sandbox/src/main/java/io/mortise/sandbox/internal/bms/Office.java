package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.bms.SignIns.User;
import io.mortise.sandbox.internal.http.Handler;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.function.Predicate;

/** What every part of the service desk works with. */
record Office(Store store, Labels labels, Records records, Tokens tokens, Outbox outbox) {

    User caller(Request request) {
        return tokens.caller(request);
    }

    /** Refusals are answered, and what happened is announced only when the request succeeds. */
    Handler answered(Handler handler) {
        return outbox.announced(Refusal.answered(handler));
    }

    Row ticket(Request request) {
        return ticket(request, request.var("ticketId"));
    }

    /** A ticket that the caller sees. */
    Row ticket(Request request, String id) {
        Row ticket = records.find(Tickets.TABLE, "Ticket", id);
        if (!visible(caller(request)).test(ticket)) {
            throw Refusal.unknown("Ticket", ticket.id());
        }
        return ticket;
    }

    /** A ticket that can be changed. */
    Row openTicket(Request request) {
        return open(ticket(request));
    }

    static Row open(Row ticket) {
        if (ticket.flag("isReadOnly")) {
            throw Refusal.invalid("Ticket " + ticket.id() + " is read-only.");
        }
        return ticket;
    }

    /** Whether a user sees a record of an account. */
    Predicate<Row> visible(User user) {
        return user.seesAll() ? row -> true : row -> own(row.text("accountId"));
    }

    boolean own(String account) {
        return store.table("accounts")
                .find(account)
                .flatMap(row -> store.table("accounttypes").find(row.text("accountTypeId")))
                .map(type -> type.text("name").equals("Own"))
                .orElse(false);
    }

    /** A child of a ticket under its own id. */
    Row child(String table, String what, Row ticket, String id) {
        Row row = records.find(table, what, id);
        if (!row.text("ticketId").equals(ticket.id())) {
            throw Refusal.unknown(what, id);
        }
        return row;
    }
}
