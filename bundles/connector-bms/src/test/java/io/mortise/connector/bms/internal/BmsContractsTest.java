package io.mortise.connector.bms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Fault;
import io.mortise.connector.Observation;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Choice;
import io.mortise.model.Fields;
import io.mortise.model.Ticket;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list that each account of BMS has of its own. */
class BmsContractsTest {
    private Sandbox sandbox;
    private Tenant tenant;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(100_000));
        tenant = Tenant.open(
                new BmsConnector(),
                Map.of("url", sandbox.bms().toString(), "tenant", "Sandbox", "user", "api", "password", "sandbox"));
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void f093_aContractIsOneOfTheTicketsAccountThatRuns() throws Fault {
        var contracts = tenant.lane(Ticket.TYPE).choices(Ticket.CONTRACT).orElseThrow();
        assertThat(contracts.of(Fields.NONE)).isEmpty();
        Observation ticket = tenant.all(Ticket.TYPE).get(0);
        String account = ticket.fields().get(Ticket.ORGANIZATION).orElseThrow().id();
        contract(account, "Project of this year", "2027-06-30T00:00:00Z");
        contract(account, "Project of some year", "2020-06-30T00:00:00Z");
        List<Choice> theirs = contracts.of(ticket.fields());
        assertThat(theirs)
                .extracting(Choice::label)
                .contains("Project of this year")
                .doesNotContain("Project of some year");
        for (Choice one : theirs)
            assertThat(tenant.update(Ticket.TYPE, ticket.ref().id(), Fields.of(Ticket.CONTRACT, one))
                            .fields()
                            .get(Ticket.CONTRACT))
                    .contains(one);
        Fields none = Fields.with().clear(Ticket.CONTRACT).build();
        assertThat(tenant.update(Ticket.TYPE, ticket.ref().id(), none).fields().get(Ticket.CONTRACT))
                .isEmpty();
    }

    private void contract(String account, String name, String end) {
        Desk.at(sandbox.bms())
                .send(
                        "POST",
                        "/_sandbox/records/contracts",
                        "{\"accountId\": " + account + ", \"contractName\": \"" + name + "\", \"endDate\": \"" + end
                                + "\", \"isActive\": true}");
    }
}
