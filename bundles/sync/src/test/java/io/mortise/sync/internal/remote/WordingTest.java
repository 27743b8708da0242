package io.mortise.sync.internal.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Choice;
import io.mortise.sync.internal.remote.Wording.Pair;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Choice IN_USE = Choice.named("In Use");
    private static final Choice SPARE = Choice.named("Spare");
    private static final Choice ACTIVE = new Choice("1", "Active");
    private static final Wording TWO =
            Wording.NONE.with("t", "f", new Pair(IN_USE, ACTIVE, true)).with("t", "f", new Pair(SPARE, ACTIVE, false));

    @Test
    void labelsMeetByThemselves() {
        assertThat(Wording.NONE.inward("t", "f", ACTIVE)).contains(Choice.named("Active"));
        assertThat(Wording.NONE.inward("t", "f", new Choice("2", " "))).isEmpty();
        assertThat(Wording.NONE.outward("t", "f", IN_USE)).isEmpty();
    }

    @Test
    void severalOfOursMayBeOneOfTheirsWhichIsOneOfOurs() {
        assertThat(TWO.outward("t", "f", IN_USE)).contains(ACTIVE);
        assertThat(TWO.outward("t", "f", SPARE)).contains(ACTIVE);
        assertThat(TWO.inward("t", "f", ACTIVE)).contains(IN_USE);
        assertThat(TWO.shown("t", "f", SPARE)).isEqualTo(IN_USE);
        assertThat(TWO.inward("t", "another field", ACTIVE)).contains(Choice.named("Active"));
    }

    @Test
    void whoeverIsSaidLastIsTheOneThatComesBack() {
        Wording last = TWO.with("t", "f", new Pair(SPARE, ACTIVE, true));
        assertThat(last.inward("t", "f", ACTIVE)).contains(SPARE);
        assertThat(last.outward("t", "f", IN_USE)).contains(ACTIVE);
        assertThat(last.without("t", "f", SPARE).inward("t", "f", ACTIVE)).contains(Choice.named("Active"));
    }
}
