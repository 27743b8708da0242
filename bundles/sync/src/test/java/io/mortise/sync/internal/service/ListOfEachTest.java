package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.connector.Write;
import io.mortise.model.Choice;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.store.Query;
import io.mortise.store.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list that each customer has of its own: the same word is another entry at each. */
class ListOfEachTest {
    private static final Ref ACME = Ref.to(Organization.TYPE, "a");
    private static final Ref BOLT = Ref.to(Organization.TYPE, "b");

    private final House house = new House();
    private final Agreements agreements = new Agreements();
    private final Reader reader = house.connect(agreements);

    /** A desk with a ticket of the second of two customers. */
    private static final class Agreements implements Connector {
        Fields ticket = Fields.with()
                .set(Ticket.TITLE, "It says no")
                .set(Ticket.ORGANIZATION, BOLT)
                .clear(Ticket.CONTRACT)
                .build();

        @Override
        public Descriptor descriptor() {
            return Descriptor.of("desk", "The desk", Part.PSA, c -> "https://127.0.0.1");
        }

        @Override
        public Session open(Connection c) {
            return () -> List.of(
                    Lane.of(Organization.TYPE)
                            .feeds(Feed.sweep(q -> Page.last(List.of(customer(ACME, "Acme"), customer(BOLT, "Bolt"))))),
                    Lane.of(Ticket.TYPE)
                            .feeds(Feed.sweep(q -> Page.last(List.of(shown()))))
                            .fetch(id -> shown())
                            .update(this::update, Ticket.CONTRACT)
                            .choices(Ticket.CONTRACT, Agreements::of));
        }

        private static Observation customer(Ref ref, String name) {
            return Observation.of(Organization.TYPE, ref.id(), Fields.of(Organization.NAME, name));
        }

        private static List<Choice> of(Fields given) {
            return given.get(Ticket.ORGANIZATION)
                    .map(whose -> List.of(new Choice(whose.id() + "1", "Managed services")))
                    .orElse(List.of());
        }

        private Observation shown() {
            return Observation.of(Ticket.TYPE, "7", ticket);
        }

        private Observation update(Write w) {
            ticket = ticket.but()
                    .set(Ticket.CONTRACT, w.fields().get(Ticket.CONTRACT))
                    .build();
            return shown();
        }
    }

    @Test
    void f093_the_entry_is_the_customers_own() {
        for (int i = 0; i < 3; i++) {
            reader.round();
            house.work();
        }
        Row ticket = house.store.read(s -> s.rows(Query.all("ticket", 10))).get(0);
        Hand.sets(house, ticket, Ticket.CONTRACT, Choice.named("Managed Services"), "Ann");
        house.work();
        assertThat(agreements.ticket.get(Ticket.CONTRACT)).contains(new Choice("b1", "Managed services"));
    }
}
