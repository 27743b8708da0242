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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list whose entries depend on another field's value, and whose words stand under several. */
class DependentListTest {
    private static final Choice MAIL = new Choice("1", "Mail");
    private static final Choice PRINT = new Choice("2", "Print");

    private final House house = new House();
    private final Issues issues = new Issues();
    private final Reader reader = house.connect(issues);

    /** A desk with one ticket; "Other" stands under both of its issue types. */
    private static final class Issues implements Connector {
        final List<Write> written = new ArrayList<>();
        Fields ticket = Fields.with()
                .set(Ticket.TITLE, "It says no")
                .set(Ticket.ORGANIZATION, Ref.to(Organization.TYPE, "o"))
                .set(Ticket.ISSUE_TYPE, PRINT)
                .set(Ticket.SUB_ISSUE_TYPE, new Choice("21", "Paper"))
                .build();

        @Override
        public Descriptor descriptor() {
            return Descriptor.of("desk", "The desk", Part.PSA, c -> "https://127.0.0.1");
        }

        @Override
        public Session open(Connection c) {
            return () -> List.of(
                    Lane.of(Organization.TYPE)
                            .feeds(Feed.sweep(q -> Page.last(List.of(
                                    Observation.of(Organization.TYPE, "o", Fields.of(Organization.NAME, "Acme")))))),
                    Lane.of(Ticket.TYPE)
                            .feeds(Feed.sweep(q -> Page.last(List.of(shown()))))
                            .fetch(id -> shown())
                            .update(this::update, Ticket.ISSUE_TYPE, Ticket.SUB_ISSUE_TYPE)
                            .choices(Ticket.ISSUE_TYPE, any -> List.of(MAIL, PRINT))
                            .choices(Ticket.SUB_ISSUE_TYPE, given -> under(given)));
        }

        private static List<Choice> under(Fields given) {
            List<Choice> all = List.of(new Choice("11", "Other"), new Choice("21", "Paper"), new Choice("22", "Other"));
            return given.get(Ticket.ISSUE_TYPE)
                    .map(issue -> all.stream()
                            .filter(sub -> sub.key().startsWith(issue.key()))
                            .toList())
                    .orElse(all);
        }

        private Observation shown() {
            return Observation.of(Ticket.TYPE, "7", ticket);
        }

        private Observation update(Write w) {
            written.add(w);
            Fields.Builder now = ticket.but();
            if (w.fields().mentions(Ticket.ISSUE_TYPE))
                now.set(Ticket.ISSUE_TYPE, w.fields().get(Ticket.ISSUE_TYPE));
            if (w.fields().mentions(Ticket.SUB_ISSUE_TYPE))
                now.set(Ticket.SUB_ISSUE_TYPE, w.fields().get(Ticket.SUB_ISSUE_TYPE));
            ticket = now.build();
            return shown();
        }
    }

    private Row ticket() {
        return house.store.read(s -> s.rows(Query.all("ticket", 10))).get(0);
    }

    private void read() {
        for (int i = 0; i < 3; i++) {
            reader.round();
            house.work();
        }
    }

    @Test
    void theEntryIsLookedForUnderWhatTheVendorHas() {
        read();
        Hand.sets(house, ticket(), Ticket.SUB_ISSUE_TYPE, Choice.named("Other"), "Ann");
        house.work();
        assertThat(issues.written).hasSize(1);
        assertThat(issues.ticket.get(Ticket.SUB_ISSUE_TYPE)).contains(new Choice("22", "Other"));
    }

    @Test
    void aWriteTellsWhatTheVendorShowedWhenItWasDecided() {
        read();
        Fields shown = issues.ticket;
        Hand.sets(house, ticket(), Ticket.SUB_ISSUE_TYPE, Choice.named("Other"), "Ann");
        house.work();
        assertThat(issues.written)
                .singleElement()
                .satisfies(write -> assertThat(write.seen()).isEqualTo(shown));
    }

    @Test
    void theEntryIsLookedForUnderWhatIsWrittenWithIt() {
        read();
        Hand.sets(house, ticket(), Ticket.SUB_ISSUE_TYPE, Choice.named("Other"), "Ann");
        Hand.sets(house, ticket(), Ticket.ISSUE_TYPE, Choice.named("Mail"), "Ann");
        house.work();
        assertThat(issues.ticket.get(Ticket.ISSUE_TYPE)).contains(MAIL);
        assertThat(issues.ticket.get(Ticket.SUB_ISSUE_TYPE)).contains(new Choice("11", "Other"));
    }
}
