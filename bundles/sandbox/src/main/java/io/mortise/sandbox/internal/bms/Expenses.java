package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Store;

/** Expenses and charges of a ticket, to read. Writing them needs sheets and kinds whose values are unpublished. */
final class Expenses {
    static final String TABLE = "expenses";

    private final Office office;
    private final Store store;
    private final Sheet both;
    private final Sheet expense;

    Expenses(Office office) {
        this.office = office;
        this.store = office.store();
        this.both = new Sheet(
                office.labels(),
                "id createdBy createdOn modifiedBy modifiedOn logType=" + Guesses.LOG_EXPENSE
                        + " purchaseDate amount=0.0 "
                        + "notes internalNotes isApproved=false isBilled=false isPosted=false inReview=false createdByName "
                        + "pictureName pictureURL attachmentCount=0 statusName statusId");
        this.expense = new Sheet(
                office.labels(),
                "id expenseSheetId expenseSheetName expenseEntrySourceId=1 userId=0 date expenseTypeId=0 "
                        + "reimburseStatusId=0 paymentTypeId=0 reimbursable=false totalAmount=0.0 amountSpent=0.0 "
                        + "markUpAmount=0.0 markUpType=0 isBillable=true unitPrice=0.0 balanceDue=0.0 paidAmount=0.0 "
                        + "quantity=1.0 total=0.0 notes internalNotes isBilled=false isPosted=false isApproved=false "
                        + "customFields=[] attachments=[] attachmentNotes");
    }

    void addTo(Router routes) {
        routes.read(Tickets.ONE + "/expensesandcharges", office.answered(this::list));
        routes.read(Tickets.ONE + "/expenses/{expenseId}", office.answered(this::show));
    }

    private Response list(Request request) {
        return Selection.of(Criteria.of(request))
                .anyOf("LogTypeIds", row -> both.value(row, "logType").asText())
                .page(TicketSheets.of(store, TABLE, office.ticket(request)), both);
    }

    private Response show(Request request) {
        return Envelope.result(
                expense.of(office.child(TABLE, "Expense", office.ticket(request), request.var("expenseId"))));
    }
}
