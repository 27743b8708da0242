package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "Printer in the front desk doesn't print, printer front desk, true",
        "Outlook crashes at start, outlook crash, true",
        "Büro-Drucker streikt, buro drucker, true",
        "Outlook crashes at start, Printer jams, false",
        "New laptop for Ann, New mouse for Bo, false"
    })
    void f036_titles_are_alike_by_their_words(String one, String other, boolean alike) {
        double much = Likeness.of(Likeness.words(one), Likeness.words(other));
        assertThat(much >= 0.5).as("%s", much).isEqualTo(alike);
    }
}
