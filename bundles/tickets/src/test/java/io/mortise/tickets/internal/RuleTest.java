package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {
    private final Entity ticket = new Entity(
            Ref.to(Ticket.TYPE, "1"),
            1,
            Fields.with()
                    .set(Ticket.KIND, Choice.named("Incident"))
                    .set(Ticket.QUEUE, Choice.named("Service Desk"))
                    .set(Ticket.ORGANIZATION, Ref.to(Organization.TYPE, "5"))
                    .build());

    private static Rule rule(List<String> types, List<String> queues, List<String> customers, List<String> words) {
        return new Rule("VPN", types, queues, customers, words, List.of(), List.of("vpn"));
    }

    @Test
    void f109_all_that_a_rule_says_must_hold_and_what_it_leaves_open_holds_for_all() {
        List<String> any = List.of();
        assertThat(rule(any, any, any, any).holds(ticket, "")).isTrue();
        assertThat(rule(List.of("incident"), List.of("SERVICE desk"), List.of("5"), List.of("VPN"))
                        .holds(ticket, "the vpn is slow"))
                .isTrue();
        assertThat(rule(List.of("Problem"), any, any, any).holds(ticket, "")).isFalse();
        assertThat(rule(any, List.of("Billing"), any, any).holds(ticket, "")).isFalse();
        assertThat(rule(any, any, List.of("6"), any).holds(ticket, "")).isFalse();
        assertThat(rule(any, any, any, List.of("vpn")).holds(ticket, "the printer"))
                .isFalse();
    }

    @Test
    void f109_a_rule_that_suggests_nothing_or_something_else_is_refused() {
        List<String> any = List.of();
        assertThatThrownBy(() -> new Rule("VPN", any, any, any, any, List.of(), any))
                .hasMessageContaining("must suggest");
        assertThatThrownBy(() -> new Rule("VPN", any, any, any, any, List.of(new Rule.Named("ticket", "1")), any))
                .hasMessageContaining("documentationItem");
    }
}
