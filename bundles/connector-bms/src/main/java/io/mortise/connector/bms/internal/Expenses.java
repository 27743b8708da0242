package io.mortise.connector.bms.internal;

import io.mortise.connector.Lane;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Expense;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Expenses and charges of tickets. */
final class Expenses {
    private static final String LIST = "/v2/servicedesk/tickets/{ticket}/expensesandcharges";

    static final Mapping MAPPING = Mapping.empty()
            .shown(Expense.NOTES, "Notes")
            .shown(Expense.INTERNAL_NOTES, "InternalNotes")
            .shownDay(Expense.DATE, "PurchaseDate")
            .shown(
                    Expense.AMOUNT,
                    "Amount",
                    row -> row.at("Amount").plain().text().map(BigDecimal::new))
            .shown(Expense.CREATED_BY, "CreatedByName")
            .shown(Expense.LOCKED, "IsPosted", row -> Optional.of(isLocked(row)));

    private Expenses() {}

    static Lane lane(Bms bms) {
        BelowTicket below = new BelowTicket(bms, Expense.TYPE, Expense.TICKET, LIST, true, MAPPING);
        return Lane.of(Expense.TYPE).feeds(below.feed()).fetch(below::listed);
    }

    private static boolean isLocked(Json row) {
        return List.of("IsPosted", "IsApproved", "IsBilled").stream()
                .anyMatch(name -> row.at(name).flag());
    }
}
