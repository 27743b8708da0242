package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.time.Instant;
import java.util.Optional;

/** Service contracts of accounts. */
final class Contracts {
    static final String TABLE = "contracts";

    private final Office office;
    private final Store store;
    private final Sheet lookup;
    private final Sheet summary;

    Contracts(Office office) {
        this.office = office;
        this.store = office.store();
        Labels labels = office.labels().with("name", row -> Optional.of(row.get("contractName")));
        this.lookup = new Sheet(labels, "id name isDefault=false slaId slaName isActive=true endDate");
        this.summary = new Sheet(
                labels,
                "id contractName accountName contractType contractBillingPrice=0.0 status contractNumber billingCycle "
                        + "startDate endDate");
    }

    void addTo(Router routes) {
        routes.read("/v2/finance/contracts/lookup", office.answered(this::lookup));
        routes.read("/v2/finance/contracts/summary", office.answered(this::summary));
    }

    private Response lookup(Request request) {
        Criteria criteria = Criteria.plain(request);
        Instant now = store.now();
        boolean running = criteria.says("ExcludeExpiredContracts");
        return Selection.of(criteria)
                .anyOf("Ids", Row::id)
                .ids("AccountId", "accountId")
                .containing("Name", row -> row.text("contractName"))
                .keep(row -> !running || Lists.instant(row.text("endDate")).isAfter(now))
                .list(store.table(TABLE).stream(), lookup);
    }

    private Response summary(Request request) {
        return Selection.of(Criteria.of(request))
                .containing("ContractType", row -> row.text("contractType"))
                .containing("ContractName", row -> row.text("contractName"))
                .containing("BillingCycle", row -> row.text("billingCycle"))
                .containing("AccountName", this::account)
                .containing("Status", row -> row.text("status"))
                .page(store.table(TABLE).stream(), summary);
    }

    private String account(Row row) {
        return office.labels().of(row, "accountName").map(JsonNode::asText).orElse("");
    }
}
