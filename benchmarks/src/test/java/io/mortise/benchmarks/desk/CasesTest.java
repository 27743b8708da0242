package io.mortise.benchmarks.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CasesTest {
    private final Cases cases = new Cases(10_000);

    @Test
    void one_of_five_is_open() {
        long open = all().stream().filter(Case::isOpen).count();
        assertThat(open).isBetween(1_900L, 2_100L);
    }

    @Test
    void they_are_the_same_in_every_run() {
        assertThat(new Cases(10_000).at(4_711)).isEqualTo(cases.at(4_711));
    }

    @Test
    void all_have_a_contact_an_assignee_and_a_customer_that_there_are() {
        assertThat(all()).allMatch(one -> one.contact() < cases.contacts() && one.assignee() < Cases.STAFF);
        assertThat(IntStream.range(0, cases.contacts()).map(Cases::employer).distinct())
                .hasSize(Cases.ORGANIZATIONS);
    }

    @Test
    void no_two_people_have_the_same_address() {
        assertThat(IntStream.range(0, cases.contacts())
                        .mapToObj(number -> Cases.contact(number).mail())
                        .distinct())
                .hasSize(cases.contacts());
    }

    @Test
    void most_of_what_is_looked_for_is_there() {
        String texts = all().stream().map(one -> one.title() + one.text()).collect(Collectors.joining());
        assertThat(IntStream.range(0, 100).mapToObj(Cases::search).filter(texts::contains))
                .hasSizeGreaterThan(80);
    }

    private List<Case> all() {
        return IntStream.range(0, cases.count()).mapToObj(cases::at).toList();
    }
}
