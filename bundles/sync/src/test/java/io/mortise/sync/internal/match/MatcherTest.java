package io.mortise.sync.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.Labelled;
import io.mortise.model.Organization;
import io.mortise.sync.internal.match.Matcher.Candidate;
import io.mortise.sync.internal.match.Matcher.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MatcherTest {
    private final Matcher machines = new Matcher(Configuration.TYPE, false);

    private static Candidate machine(String id, String name, String serial, String mac) {
        Map<String, Object> values = new TreeMap<>();
        values.put("name", name);
        values.put("type", Choice.named("Workstation"));
        if (serial != null) values.put("serial", serial);
        if (mac != null) values.put("mac", mac);
        return new Candidate(id, values, true);
    }

    @Test
    void equal_unique_names_link_organizations_only_while_the_switch_is_on() {
        Candidate ours = new Candidate("1", Map.of("name", "Acme Dental"), true);
        Candidate theirs = new Candidate("a", Map.of("name", "acme  dental"), true);
        assertThat(new Matcher(Organization.TYPE, true)
                        .match(List.of(ours), List.of(theirs))
                        .links())
                .containsEntry("a", "1");
        Outcome asked = new Matcher(Organization.TYPE, false).match(List.of(ours), List.of(theirs));
        assertThat(asked.links()).isEmpty();
        assertThat(asked.questions().get("a").candidates()).containsExactly("1");
    }

    @Test
    void two_organizations_of_one_name_are_asked_about_not_guessed() {
        Candidate ours = new Candidate("1", Map.of("name", "Acme"), true);
        List<Candidate> theirs = List.of(
                new Candidate("a", Map.of("name", "Acme"), true), new Candidate("b", Map.of("name", "Acme"), true));
        Outcome outcome = new Matcher(Organization.TYPE, true).match(List.of(ours), theirs);
        assertThat(outcome.links()).isEmpty();
        assertThat(outcome.questions().keySet()).containsExactly("a", "b");
    }

    @Test
    void an_equal_serial_is_one_machine_even_with_a_new_card() {
        Outcome outcome = machines.match(
                List.of(machine("1", "PC1", "ABC1234", "00:25:96:12:34:56")),
                List.of(machine("a", "PC-ONE", "ABC1234", "00:25:96:aa:bb:cc")));
        assertThat(outcome.links()).containsEntry("a", "1");
    }

    @Test
    void an_equal_mac_with_another_serial_is_a_dock_not_a_machine() {
        Outcome outcome = machines.match(
                List.of(machine("1", "PC1", "ABC1234", "00:25:96:12:34:56")),
                List.of(machine("a", "PC2", "XYZ9876", "00:25:96:12:34:56")));
        assertThat(outcome.links()).isEmpty();
    }

    @Test
    void junk_serials_prove_nothing() {
        Outcome outcome = machines.match(
                List.of(machine("1", "PC1", "TO BE FILLED BY O.E.M.", null)),
                List.of(machine("a", "PC2", "TO BE FILLED BY O.E.M.", null)));
        assertThat(outcome.links()).isEmpty();
        assertThat(outcome.questions()).isEmpty();
    }

    @Test
    void equal_names_link_machines_only_where_neither_has_better_evidence() {
        assertThat(machines.match(List.of(machine("1", "PC1", null, null)), List.of(machine("a", "pc1", null, null)))
                        .links())
                .containsEntry("a", "1");
        Outcome asked =
                machines.match(List.of(machine("1", "PC1", "ABC1234", null)), List.of(machine("a", "PC1", null, null)));
        assertThat(asked.links()).isEmpty();
        assertThat(asked.questions().get("a").why()).contains("no proof");
    }

    @Test
    void a_deactivated_record_is_never_linked_without_asking() {
        Candidate gone = new Candidate("1", machine("1", "PC1", "ABC1234", null).values(), false);
        Outcome outcome = machines.match(List.of(gone), List.of(machine("a", "PC1", "ABC1234", null)));
        assertThat(outcome.links()).isEmpty();
        assertThat(outcome.questions()).containsKey("a");
    }

    @Test
    void a_shared_mailbox_does_not_make_two_people_one() {
        Matcher people = new Matcher(Contact.TYPE, false);
        Set<Labelled> box = Set.of(new Labelled("info@acme.example", "Work"));
        Candidate ann = new Candidate("1", Map.of("firstName", "Ann", "lastName", "Lee", "emails", box), true);
        Candidate bob = new Candidate("a", Map.of("firstName", "Bob", "lastName", "Ray", "emails", box), true);
        assertThat(people.match(List.of(ann), List.of(bob)).links()).isEmpty();
    }

    @Test
    void what_was_entered_twice_is_recognised_as_twins() {
        Matcher.Among all = machines.among(List.of(
                machine("1", "PC1", "ABC1234", null),
                machine("2", "PC-1", "ABC1234", null),
                machine("3", "PC3", "DEF5678", null)));
        assertThat(all.hasTwin("1")).isTrue();
        assertThat(all.hasTwin("2")).isTrue();
        assertThat(all.hasTwin("3")).isFalse();
    }

    @Test
    void what_many_carry_makes_no_twins() {
        Matcher.Among all = machines.among(List.of(
                machine("1", "PC1", "ABC1234", null),
                machine("2", "PC2", "ABC1234", null),
                machine("3", "PC3", "ABC1234", null),
                machine("4", "PC4", "ABC1234", null)));
        assertThat(all.hasTwin("1")).isFalse();
    }
}
