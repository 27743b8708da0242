package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.store.Query.Condition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which rows a query finds. */
interface QueryRules extends Samples {
    private Row contact(String title, String fields) {
        return kept(Samples.with(row(title), fields));
    }

    private List<String> found(String path, Query.Test test, String... values) {
        Query query = Query.all("contact", 99).where(List.of(new Condition(path, test, List.of(values))));
        List<String> titles = look(r -> Samples.titles(r.rows(query)));
        assertThat(seen().count(query)).isEqualTo(titles.size());
        return titles;
    }

    private List<String> found(Query query) {
        return look(r -> Samples.titles(r.rows(query)));
    }

    @Test
    default void onlyTheTypeAskedForIsFound() {
        kept(row("location", "here"));
        kept(row("contact", "Ada"));
        assertThat(found(Query.all("contact", 9))).containsExactly("Ada");
        assertThat(found(Query.all("configuration", 9))).isEmpty();
    }

    @Test
    default void textIsEqualToOneOfTheValues() {
        contact("a", "{\"name\":\"x\"}");
        contact("b", "{\"name\":\"y\"}");
        contact("c", "{\"name\":\"xx\"}");
        contact("d", "{}");
        assertThat(found("name", Query.Test.IS, "x", "y", "z")).containsExactly("a", "b");
        assertThat(found("name", Query.Test.IS)).isEmpty();
    }

    @Test
    default void nastyValuesAreJustValues() throws Exception {
        String json =
                new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(java.util.Map.of("name", NASTY));
        contact("a", json);
        assertThat(found("name", Query.Test.IS, NASTY)).containsExactly("a");
        assertThat(found("name", Query.Test.IS, "%")).isEmpty();
        assertThat(found("name", Query.Test.IS, "' OR '1'='1")).isEmpty();
    }

    @Test
    default void flagsAndNumbersAreComparedAsText() {
        contact("a", "{\"on\":true,\"n\":7,\"big\":9007199254740993,\"d\":1.50}");
        contact("b", "{\"on\":false,\"n\":70}");
        contact("c", "{\"on\":\"1\"}");
        assertThat(found("on", Query.Test.IS, "true")).containsExactly("a");
        assertThat(found("on", Query.Test.IS, "false")).containsExactly("b");
        assertThat(found("on", Query.Test.IS, "1")).containsExactly("c");
        assertThat(found("n", Query.Test.IS, "7")).containsExactly("a");
        assertThat(found("big", Query.Test.IS, "9007199254740993")).containsExactly("a");
        assertThat(found("d", Query.Test.IS, "1.50")).containsExactly("a");
    }

    @Test
    default void aPartOfAFieldIsReachedByAPath() {
        contact("a", "{\"organization\":{\"type\":\"organization\",\"id\":\"5\"}}");
        contact("b", "{\"organization\":{\"type\":\"organization\",\"id\":\"6\"}}");
        contact("c", "{\"organization\":\"5\"}");
        assertThat(found("organization.id", Query.Test.IS, "5")).containsExactly("a");
        assertThat(found("organization.id", Query.Test.MISSING)).containsExactly("c");
    }

    @Test
    default void aFieldNameMayHavePoints() {
        contact("a", "{\"x.bms.17\":\"yes\"}");
        contact("b", "{\"x.bms.17\":{\"key\":\"yes\"}}");
        assertThat(found("x.bms.17", Query.Test.IS, "yes")).containsExactly("a");
        assertThat(found("x.bms.17.key", Query.Test.IS, "yes")).containsExactly("b");
    }

    @Test
    default void fromAndBeforeCompareText() {
        contact("a", "{\"day\":\"2026-01-31\"}");
        contact("b", "{\"day\":\"2026-02-01\"}");
        contact("c", "{\"day\":\"2026-10-01\"}");
        contact("d", "{}");
        assertThat(found("day", Query.Test.FROM, "2026-02-01")).containsExactly("b", "c");
        assertThat(found("day", Query.Test.BEFORE, "2026-02-01")).containsExactly("a");
    }

    @Test
    default void textIsComparedByItsCharactersNotByALanguage() {
        contact("a", "{\"v\":\"Z\"}");
        contact("b", "{\"v\":\"a\"}");
        contact("c", "{\"v\":\"ä\"}");
        contact("d", "{\"v\":\"\uFF5E\"}");
        contact("e", "{\"v\":\"🦊\"}");
        assertThat(found("v", Query.Test.FROM, "a")).containsExactly("b", "c", "d", "e");
        assertThat(found("v", Query.Test.FROM, "🦊")).containsExactly("e");
    }

    @Test
    default void missingIsNotThereOrNullOrEmpty() {
        contact("a", "{\"v\":\"\"}");
        contact("b", "{\"v\":null}");
        contact("c", "{}");
        contact("d", "{\"v\":false}");
        contact("e", "{\"v\":\" \"}");
        assertThat(found("v", Query.Test.MISSING)).containsExactly("a", "b", "c");
        assertThat(found("v", Query.Test.IS, "", " ")).containsExactly("e");
        assertThat(found("v", Query.Test.FROM, "")).containsExactly("d", "e");
        assertThat(found("v", Query.Test.BEFORE, "e")).containsExactly("e");
    }

    @Test
    default void allConditionsMustHold() {
        contact("a", "{\"x\":\"1\",\"y\":\"1\"}");
        contact("b", "{\"x\":\"1\"}");
        var both = List.of(
                new Condition("x", Query.Test.IS, List.of("1")), new Condition("y", Query.Test.MISSING, List.of()));
        assertThat(found(Query.all("contact", 9).where(both))).containsExactly("b");
    }

    @Test
    default void aNameThatNoFieldHasIsRefused() {
        for (String name : List.of("", "a\"b", "$", "a b", "x'--", "[0]"))
            assertThatThrownBy(() -> new Condition(name, Query.Test.MISSING, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Query.all("contact", 1).sort("x'--", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void eachWordBeginsAWordOfTheRow() {
        kept(Samples.words(row("a"), "ada lovelace london"));
        kept(Samples.words(row("b"), "lovely ada"));
        kept(Samples.words(row("c"), "100% o'neil ca_t ünal"));
        Query all = Query.all("contact", 9);
        assertThat(found(all.words(List.of("lov")))).containsExactly("a", "b");
        assertThat(found(all.words(List.of("ada", "lon")))).containsExactly("a");
        assertThat(found(all.words(List.of("ovel")))).isEmpty();
        assertThat(found(all.words(List.of("100%")))).containsExactly("c");
        assertThat(found(all.words(List.of("%")))).isEmpty();
        assertThat(found(all.words(List.of("ca_")))).containsExactly("c");
        assertThat(found(all.words(List.of("_")))).isEmpty();
        assertThat(found(all.words(List.of("o'n", "ün")))).containsExactly("c");
    }

    @Test
    default void inactiveOnesAreOnlyFoundWhenAskedFor() {
        kept(row("on"));
        kept(Samples.inactive(row("off")));
        assertThat(found(Query.all("contact", 9))).containsExactly("on");
        assertThat(found(Query.all("contact", 9).alsoInactive())).containsExactly("off", "on");
        assertThat(seen().count(Query.all("contact", 9))).isOne();
    }

    @Test
    default void onlyWhatLiesWithinIsFound() {
        String acme = store().newId();
        String globex = store().newId();
        kept(Samples.within(row("a"), acme));
        kept(Samples.within(row("b"), globex));
        kept(row("c"));
        Query all = Query.all("contact", 9);
        assertThat(found(all)).containsExactly("a", "b", "c");
        assertThat(found(all.within(Set.of(acme)))).containsExactly("a");
        assertThat(found(all.within(Set.of(acme, globex, "nonsense")))).containsExactly("a", "b");
        assertThat(found(all.within(Set.of()))).isEmpty();
        assertThat(seen().count(all.within(Set.of(globex)))).isOne();
    }

    @Test
    default void onlyWhatLiesInRowsOfThoseOrganizationsIsFound() {
        String acme = store().newId();
        String globex = store().newId();
        Row theirs = kept(Samples.within(row("company", "Theirs"), acme));
        Row others = kept(Samples.within(row("company", "Others"), globex));
        Row another = kept(Samples.within(row("place", "Not a company"), acme));
        for (Row above : List.of(theirs, others, another))
            kept(Samples.words(Samples.within(row(above.title()), above.ref().id()), "word"));
        kept(Samples.words(row("In nothing"), "word"));
        kept(Samples.words(Samples.within(row("In what isn't here"), store().newId()), "word"));
        for (Query all :
                List.of(Query.all("contact", 9), Query.all("contact", 9).words(List.of("wo")))) {
            assertThat(found(all.below(new Query.Above("company", Set.of(acme)))))
                    .containsExactly("Theirs");
            assertThat(found(all.below(new Query.Above("company", Set.of(acme, globex, "nonsense")))))
                    .containsExactly("Others", "Theirs");
            assertThat(found(all.below(new Query.Above("company", Set.of())))).isEmpty();
            assertThat(seen().count(all.below(new Query.Above("company", Set.of(globex)))))
                    .isOne();
        }
    }

    @Test
    default void aCountForgetsLimitAndPosition() {
        for (String title : List.of("a", "b", "c")) kept(row(title));
        var position = java.util.Optional.of(new Query.Position("b", "1"));
        assertThat(seen().count(Query.all("contact", 1).after(position))).isEqualTo(3);
    }

    @Test
    default void aCountGoesNoFurtherThanAsked() {
        for (String title : List.of("a", "b", "c")) kept(Samples.words(row(title), "w"));
        for (Query query :
                List.of(Query.all("contact", 1), Query.all("contact", 1).words(List.of("w")))) {
            assertThat(seen().count(query, 2)).isEqualTo(2);
            assertThat(seen().count(query, 3)).isEqualTo(3);
            assertThat(seen().count(query, 1000)).isEqualTo(3);
        }
        assertThat(seen().count(Query.all("contact", 1).words(List.of("x")), 1000))
                .isZero();
    }

    @Test
    default void whatHasChangedIsFoundByWhatItIsNow() {
        Row row = kept(Samples.words(Samples.with(row("a"), "{\"name\":\"x\"}"), "old same"));
        Row next = Samples.words(Samples.with(Samples.next(row, "a"), "{\"name\":\"y\"}"), "new same");
        change(w -> {
            w.update(next);
            assertThat(Samples.titles(w.rows(Query.all("contact", 9).words(List.of("new")))))
                    .containsExactly("a");
        });
        assertThat(found("name", Query.Test.IS, "x")).isEmpty();
        assertThat(found("name", Query.Test.IS, "y")).containsExactly("a");
        Query all = Query.all("contact", 9);
        assertThat(found(all.words(List.of("old")))).isEmpty();
        assertThat(found(all.words(List.of("new", "same")))).containsExactly("a");
    }

    @Test
    default void whatWasUndoneIsNotFound() {
        try {
            change(w -> {
                w.insert(Samples.words(row("a"), "undone"));
                throw new IllegalStateException("undo");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("undo");
        }
        assertThat(found(Query.all("contact", 9).words(List.of("undone")))).isEmpty();
    }
}
