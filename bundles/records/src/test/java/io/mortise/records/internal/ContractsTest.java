package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.store.memory.MemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A list that each customer has of its own. */
class ContractsTest {
    private final Wire wire = new Wire();
    private final RecordsService records = new RecordsService(new MemoryStore(), wire, new Everywhere());
    private final Caller tech =
            new Someone(Set.of("organization.read", "organization.edit", "ticket.read", "ticket.edit"));

    private Entity ticket(Choice contract) {
        Entity customer = records.create(tech, Organization.TYPE, Fields.of(Organization.NAME, "Acme"))
                .now();
        Fields all = Fields.with()
                .set(Ticket.CONTRACT, contract)
                .set(Ticket.TITLE, "No sound")
                .set(Ticket.ORGANIZATION, customer.ref())
                .build();
        return records.create(tech, Ticket.TYPE, all).now();
    }

    private List<String> offered(Ref customer) {
        return records.options(tech, Ticket.TYPE, Ticket.CONTRACT, Fields.of(Ticket.ORGANIZATION, customer)).stream()
                .map(option -> option.choice().label())
                .toList();
    }

    @Test
    void f093_contracts_are_those_of_the_tickets_customer_whatever_other_tickets_have() {
        Choice managed = Choice.named("Managed Services");
        wire.lists = Optional.of(List.of(managed, Choice.named("Block of Hours")));
        Entity ticket = ticket(managed);
        Ref customer = ticket.get(Ticket.ORGANIZATION).orElseThrow();
        assertThat(offered(customer)).containsExactly("Block of Hours", "Managed Services");
        assertThat(wire.given.get(Ticket.ORGANIZATION)).contains(customer);
        wire.lists = Optional.of(List.of(Choice.named("Block of Hours")));
        assertThat(offered(customer)).as("a word that a ticket has is no offer").containsExactly("Block of Hours");
        Fields other = Fields.of(Ticket.CONTRACT, Choice.named("Project"));
        assertThatThrownBy(() -> records.edit(tech, ticket.ref(), ticket.version(), other))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields().get("contract"))
                                .contains("isn't in the list: Block of Hours"));
        assertThat(wire.given.get(Ticket.ORGANIZATION)).contains(customer);
    }
}
