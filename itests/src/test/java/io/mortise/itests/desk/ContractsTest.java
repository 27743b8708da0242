package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ARRIVES;
import static io.mortise.itests.desk.ServiceDesk.ok;
import static io.mortise.itests.desk.ServiceDesk.unique;
import static io.mortise.itests.desk.ServiceDesk.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a customer has agreed on, as BMS publishes it. */
@ExtendWith(DeskExtension.class)
class ContractsTest {
    private final ServiceDesk desk;

    ContractsTest(ServiceDesk desk) {
        this.desk = desk;
    }

    private List<String> offered(Http who, String organization) {
        return ok(who.get("/api/tickets/options/contract?organization=" + organization))
                .items()
                .findValuesAsText("label");
    }

    @Test
    void f093_a_contract_of_the_tickets_customer_is_chosen_and_bms_has_its_own_entry() {
        String id = desk.made(unique("Contract ")).path("id").asText();
        JsonNode ticket = desk.ticket(id);
        assertThat(ticket.path("locked").has("contract")).isFalse();
        String customer = ticket.at("/fields/organization/id").asText();
        Until.is(() -> desk.arrived(id), ARRIVES, () -> desk.ticket(id));
        String account = desk.field(desk.there(id), "accountId");
        String name = unique("Project ");
        String contract = desk.bms()
                .create(
                        "contracts",
                        Http.json(Map.of(
                                "accountId",
                                Integer.parseInt(account),
                                "contractName",
                                name,
                                "isActive",
                                true,
                                "endDate",
                                "2030-01-01T00:00:00Z")))
                .path("id")
                .asText();
        assertThat(offered(desk.tech(), customer)).contains(name);
        assertThat(offered(desk.tech(), "")).as("of nobody").isEmpty();
        assertThat(offered(Hub.signedIn(desk.product(), "outsider"), customer))
                .as("F-155: of a customer whom the own login doesn't show")
                .isEmpty();
        ok(desk.edit(desk.tech(), id, Map.of("contract", word(name))));
        Until.is(
                () -> desk.field(desk.there(id), "contractId").equals(contract),
                ARRIVES,
                () -> desk.bms().record("tickets", desk.there(id)));
        Reply unknown = desk.edit(desk.tech(), id, Map.of("contract", word("Handshake")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().at("/fields/contract").asText()).contains(name);
        ok(desk.edit(desk.tech(), id, Collections.singletonMap("contract", null)));
        Until.is(
                () -> !desk.bms()
                        .record("tickets", desk.there(id))
                        .at("/fields/contractId")
                        .isNumber(),
                ARRIVES,
                () -> desk.bms().record("tickets", desk.there(id)));
    }
}
