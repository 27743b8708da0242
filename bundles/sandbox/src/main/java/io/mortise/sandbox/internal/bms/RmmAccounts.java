package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.Optional;

/** Finds the account and the asset that an RMM means: organizations by their name, assets by their agent. */
final class RmmAccounts {
    private final Store store;
    private final Accounts accounts;

    RmmAccounts(Store store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    Row named(JsonNode organization) {
        String name = Row.text(Fields.read(organization, List.of("name")), "name");
        if (name.isBlank()) {
            throw Refusal.invalid("The Organization field is required.");
        }
        return store.table("accounts").with("accountName", name).findFirst().orElseGet(() -> make(name));
    }

    private Row make(String name) {
        ObjectNode fields = Json.object().put("accountName", name).put("isActive", true);
        DeskLists lists = new DeskLists(store);
        fields.put("accountTypeId", lists.id("accounttypes", "Customer"));
        fields.put("businessTypeId", lists.id("businesstypes", "Professional Services"));
        Row account = accounts.insert(fields.put("accountManagerId", Views.API_USER));
        ObjectNode main = Json.object().put("locationName", "Main");
        main.putArray("addresses").addObject().put("country", "United States");
        accounts.insertLocation(account.id(), main);
        return account;
    }

    int mainLocation(Row account) {
        return store.table("locations")
                .with("accountId", account.id())
                .filter(row -> row.flag("isMain"))
                .mapToInt(row -> Integer.parseInt(row.id()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("The account has no location."));
    }

    Optional<Row> assetOf(String agent) {
        return agent.isEmpty()
                ? Optional.empty()
                : store.table(Assets.TABLE).with("agentId", agent).findFirst();
    }
}
