package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

interface DirtyRules extends Samples {
    private Dirty marked(String key, int priority, Instant due) {
        change(w -> w.mark(Dirty.of(key, priority, due)));
        return seen().dirty(key).orElseThrow();
    }

    private List<String> due(Instant now, int limit) {
        return seen().dirty(now, limit).stream().map(Dirty::key).toList();
    }

    @Test
    default void aMarkedKeyIsThere() {
        Dirty dirty = marked(NASTY, 3, NOON);
        assertThat(dirty.key()).isEqualTo(NASTY);
        assertThat(dirty.priority()).isEqualTo(3);
        assertThat(dirty.notBefore()).isEqualTo(NOON);
        assertThat(dirty.generation()).isPositive();
        assertThat(seen().dirtyCount()).isOne();
        assertThat(seen().dirty("other")).isEmpty();
    }

    @Test
    default void onlyWhatIsDueComesTheMostUrgentThenTheOldestFirst() {
        marked("late", 0, NOON.plusMillis(1));
        marked("sweep", 5, NOON.minusSeconds(9));
        marked("change b", 3, NOON.minusSeconds(1));
        marked("change a", 3, NOON.minusSeconds(1));
        marked("older change", 3, NOON.minusSeconds(2));
        marked("person", 0, NOON);
        assertThat(due(NOON, 99)).containsExactly("person", "older change", "change a", "change b", "sweep");
        assertThat(due(NOON, 2)).containsExactly("person", "older change");
        assertThat(due(NOON.minusSeconds(99), 9)).isEmpty();
    }

    @Test
    default void someOfThePrioritiesCanBeAskedForAlone() {
        marked("person", 0, NOON);
        marked("change", 3, NOON);
        marked("sweep b", 5, NOON);
        marked("sweep a", 5, NOON);
        marked("late sweep", 5, NOON.plusMillis(1));
        assertThat(seen().dirty(NOON, 0, 4, 9)).extracting(Dirty::key).containsExactly("person", "change");
        assertThat(seen().dirty(NOON, 5, 5, 9)).extracting(Dirty::key).containsExactly("sweep a", "sweep b");
        assertThat(seen().dirty(NOON, 3, 5, 2)).extracting(Dirty::key).containsExactly("change", "sweep a");
    }

    @Test
    default void lanesDontChangeTheOrderOfAll() {
        marked("b/note/2", 5, NOON);
        marked("a/note/1", 5, NOON.plusMillis(2));
        marked("b/file/1", 5, NOON.plusMillis(1));
        marked("b/note/1", 5, NOON.plusMillis(1));
        marked("c/\uD83E\uDD8A/1", 5, NOON.plusMillis(3));
        marked("c/\uFF5E/1", 5, NOON.plusMillis(3));
        marked("b/note/0", 4, NOON.plusMillis(9));
        List<String> all = List.of(
                "b/note/0",
                "b/note/2",
                "b/file/1",
                "b/note/1",
                "a/note/1",
                "c/\uFF5E/1", // its character has the smaller number, if not the smaller first half
                "c/\uD83E\uDD8A/1");
        Instant later = NOON.plusMillis(9);
        for (int limit = 0; limit <= all.size(); limit++)
            assertThat(due(later, limit)).containsExactlyElementsOf(all.subList(0, limit));
        assertThat(seen().dirtyOfEach(later, 0, 9, 9)).extracting(Dirty::key).containsExactlyElementsOf(all);
    }

    @Test
    default void eachLaneHasItsPartHoweverManyOthersThereAre() {
        for (int i = 0; i < 9; i++) marked("b/related/" + i, 5, NOON.minusSeconds(9));
        marked("b/note/2", 6, NOON.minusSeconds(20));
        marked("b/note/3", 5, NOON);
        marked("b/note/1", 5, NOON);
        marked("b/notes/1", 5, NOON);
        marked("a/note/1", 6, NOON);
        marked("alone", 6, NOON);
        marked("b/alone", 6, NOON);
        marked("b/alone2", 6, NOON);
        marked("b/late/1", 5, NOON.plusMillis(1));
        marked("b/person/1", 0, NOON);
        assertThat(seen().dirtyOfEach(NOON, 5, 6, 2))
                .extracting(Dirty::key)
                .containsExactly(
                        "b/related/0",
                        "b/related/1",
                        "b/note/1",
                        "b/note/3",
                        "b/notes/1",
                        "a/note/1",
                        "alone",
                        "b/alone",
                        "b/alone2");
        assertThat(seen().dirtyOfEach(NOON, 5, 6, 3)).extracting(Dirty::key).contains("b/related/2", "b/note/2");
        assertThat(seen().dirtyOfEach(NOON, 1, 4, 9)).isEmpty();
    }

    @Test
    default void aLaneHasNoMoreThanItsPartWhateverThePrioritiesOfItsKeys() {
        marked("b/note/1", 5, NOON);
        marked("b/note/2", 6, NOON.minusSeconds(1));
        marked("b/note/3", 6, NOON);
        assertThat(seen().dirtyOfEach(NOON, 5, 6, 2)).extracting(Dirty::key).containsExactly("b/note/1", "b/note/2");
    }

    @Test
    default void aLaneIsTheKeyUpToItsSecondSlash() {
        assertThat(List.of("b/note/7", "b/note/7/x", "b/note", "note", "", "//", NASTY + "/" + NASTY + "/1"))
                .extracting(key -> Dirty.of(key, 5, NOON).lane())
                .containsExactly("b/note", "b/note", "b/note", "note", "", "/", NASTY + "/" + NASTY);
    }

    @Test
    default void oddKeysHaveTheirLanesToo() {
        List<String> odd = List.of("", "/", "//", "//1", NASTY, NASTY + "/" + NASTY + "/1", NASTY + "/" + NASTY + "/2");
        odd.forEach(key -> marked(key, 5, NOON));
        assertThat(seen().dirtyOfEach(NOON, 5, 5, 1))
                .extracting(Dirty::key)
                .containsExactly("", "/", NASTY, NASTY + "/" + NASTY + "/1");
        assertThat(seen().dirty(NOON, 9)).hasSize(odd.size());
    }

    @Test
    default void keysAreCountedByHowTheyBegin() {
        marked("b/note/1", 5, NOON);
        marked("b/note/2", 3, NOON.plusSeconds(9));
        marked("b/note0", 3, NOON);
        marked("b/notes/3", 3, NOON);
        marked("a/note/4", 3, NOON);
        assertThat(seen().dirtyCount("b/note/", NOON)).isOne();
        assertThat(seen().dirtyCount("b/note/", NOON.plusSeconds(9))).isEqualTo(2);
        assertThat(seen().dirtyCount("c/", NOON)).isZero();
    }

    @Test
    default void markingAgainGivesAnotherGeneration() {
        Dirty first = marked("k", 3, NOON);
        Dirty second = marked("k", 3, NOON);
        assertThat(second.generation()).isNotEqualTo(first.generation());
        assertThat(seen().dirtyCount()).isOne();
    }

    @Test
    default void markingAgainKeepsTheMoreUrgentAndTheEarlier() {
        marked("k", 3, NOON);
        Dirty later = marked("k", 1, NOON.plusSeconds(1));
        assertThat(later.priority()).isEqualTo(1);
        assertThat(later.notBefore()).isEqualTo(NOON);
        Dirty earlier = marked("k", 5, NOON.minusSeconds(1));
        assertThat(earlier.priority()).isEqualTo(1);
        assertThat(earlier.notBefore()).isEqualTo(NOON.minusSeconds(1));
    }

    @Test
    default void aKeyMarkedTwiceAtOnceIsOneKey() {
        change(w ->
                w.mark(List.of(Dirty.of("k", 4, NOON), Dirty.of("l", 4, NOON), Dirty.of("k", 2, NOON.plusSeconds(1)))));
        Dirty k = seen().dirty("k").orElseThrow();
        assertThat(k.priority()).isEqualTo(2);
        assertThat(k.notBefore()).isEqualTo(NOON);
        assertThat(seen().dirtyCount()).isEqualTo(2);
    }

    @Test
    default void whatIsDoneIsGone() {
        Dirty done = marked("k", 3, NOON);
        marked("l", 3, NOON);
        change(w -> w.done(List.of(done)));
        assertThat(due(NOON, 9)).containsExactly("l");
    }

    @Test
    default void whatWasMarkedMeanwhileIsNotDone() {
        Dirty seen = marked("k", 3, NOON);
        Dirty again = marked("k", 3, NOON);
        change(w -> w.done(List.of(seen)));
        assertThat(seen().dirty("k")).contains(again);
    }

    @Test
    default void aGenerationNeverComesBack() {
        Dirty seen = marked("k", 3, NOON);
        change(w -> w.done(List.of(seen)));
        marked("k", 3, NOON);
        change(w -> w.done(List.of(seen)));
        assertThat(due(NOON, 9)).containsExactly("k");
    }

    @Test
    default void aPostponedKeyWaits() {
        Dirty dirty = marked("k", 3, NOON);
        Instant later = NOON.plusSeconds(60);
        change(w -> w.postpone("k", dirty.generation(), later));
        assertThat(due(NOON, 9)).isEmpty();
        assertThat(due(later, 9)).containsExactly("k");
        assertThat(seen().dirty("k")).contains(new Dirty("k", 3, dirty.generation(), later));
    }

    @Test
    default void whatWasMarkedMeanwhileIsNotPostponed() {
        Dirty seen = marked("k", 3, NOON);
        marked("k", 3, NOON);
        change(w -> {
            w.postpone("k", seen.generation(), NOON.plusSeconds(60));
            w.postpone("unknown", seen.generation(), NOON);
        });
        assertThat(due(NOON, 9)).containsExactly("k");
        assertThat(seen().dirtyCount()).isOne();
    }

    @Test
    default void theNextDueIsTheEarliestOfAll() {
        assertThat(seen().nextDue()).isEmpty();
        marked("a", 0, NOON.plusSeconds(9));
        marked("b", 5, NOON.plusSeconds(3));
        marked("a/first/1", 5, NOON.plusSeconds(4));
        assertThat(seen().nextDue()).contains(NOON.plusSeconds(3));
    }
}
