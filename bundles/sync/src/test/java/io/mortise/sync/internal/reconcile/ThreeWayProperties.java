package io.mortise.sync.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.sync.internal.reconcile.ThreeWay.Merged;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ThreeWayProperties {
    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a", "b", "c", "d", "e").list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<String>> edited() {
        return Arbitraries.of("a", "b", "c", "x", "y", "z").list().ofMaxSize(7);
    }

    @Property
    void whatOnlyOneSideChangedHolds(@ForAll("texts") List<String> base, @ForAll("edited") List<String> changed) {
        assertThat(ThreeWay.merge(base, changed, base)).isEqualTo(new Merged(changed, false));
        assertThat(ThreeWay.merge(base, base, changed)).isEqualTo(new Merged(changed, false));
        assertThat(ThreeWay.merge(base, changed, changed)).isEqualTo(new Merged(changed, false));
    }

    @Property
    void nobodysNewParagraphIsLost(
            @ForAll("texts") List<String> base,
            @ForAll("edited") List<String> mine,
            @ForAll("edited") List<String> theirs) {
        List<String> merged = ThreeWay.merge(base, mine, theirs).parts();
        for (List<String> side : List.of(mine, theirs)) {
            List<String> added = new ArrayList<>(side);
            added.removeAll(base);
            assertThat(merged).containsAll(added);
        }
    }

    @Property
    void whoIsCalledMineMattersOnlyWhereBothChangedTheSamePlace(
            @ForAll("texts") List<String> base,
            @ForAll("edited") List<String> mine,
            @ForAll("edited") List<String> theirs) {
        Merged one = ThreeWay.merge(base, mine, theirs);
        Merged other = ThreeWay.merge(base, theirs, mine);
        assertThat(one.overlapped()).isEqualTo(other.overlapped());
        if (!one.overlapped()) assertThat(one).isEqualTo(other);
    }

    @Property
    void withoutACommonPastBothAreSaid(@ForAll("edited") List<String> mine, @ForAll("edited") List<String> theirs) {
        List<String> merged =
                ThreeWay.merge(ThreeWay.common(mine, theirs), mine, theirs).parts();
        assertThat(merged).containsAll(mine).containsAll(theirs);
    }

    @Example
    void editsOfDifferentParagraphsAreBothTaken() {
        Merged merged = ThreeWay.merge(List.of("one", "two"), List.of("ONE", "two"), List.of("one", "TWO", "three"));
        assertThat(merged).isEqualTo(new Merged(List.of("ONE", "TWO", "three"), false));
    }

    @Example
    void twoEditsOfOneParagraphStandOneAfterTheOther() {
        Merged merged = ThreeWay.merge(List.of("a", "b"), List.of("mine", "b"), List.of("theirs", "b"));
        assertThat(merged).isEqualTo(new Merged(List.of("mine", "theirs", "b"), true));
    }

    @Example
    void anEditOutlivesADeletionOfTheSameParagraph() {
        Merged merged = ThreeWay.merge(List.of("a", "b"), List.of("b"), List.of("changed", "b"));
        assertThat(merged.parts()).containsExactly("changed", "b");
    }
}
