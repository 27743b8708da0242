package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.model.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

interface RowRules extends Samples {
    @Test
    default void aRowComesBackAsItWas() {
        Row row = new Row(
                new Ref("contact", store().newId()),
                1,
                false,
                NASTY,
                Optional.of(store().newId()),
                "o'neil söhne",
                "{\"a\":\"\\\"%_\\\\ 東京 🦊\"}",
                "{\"a\":\"bms\"}",
                NOON,
                NOON.plusMillis(1));
        kept(row);
        assertThat(seen().row(row.ref())).contains(row);
        assertThat(seen().rows(List.of(row.ref()))).containsEntry(row.ref(), row);
        assertThat(seen().titles(List.of(row.ref()))).containsExactly(Map.entry(row.ref(), NASTY));
    }

    @Test
    default void rowsThatDoNotExistAreLeftOut() {
        Row row = kept(row("a"));
        Ref otherType = new Ref("location", row.ref().id());
        List<Ref> refs = List.of(row.ref(), otherType, new Ref("contact", "999"), new Ref("contact", "no id"));
        assertThat(seen().rows(refs)).containsOnlyKeys(row.ref());
        assertThat(seen().titles(refs)).containsOnlyKeys(row.ref());
        assertThat(seen().rows(List.of())).isEmpty();
        assertThat(seen().titles(List.of())).isEmpty();
        for (Ref none : refs.subList(1, 4)) assertThat(seen().row(none)).isEmpty();
        assertThat(seen().row(new Ref("contact", "0" + row.ref().id()))).isEmpty();
    }

    @Test
    default void manyRowsAreWrittenAtOnce() {
        List<Row> rows = java.util.stream.IntStream.range(0, 2500)
                .mapToObj(i -> row("row " + i))
                .toList();
        change(w -> w.insert(rows));
        assertThat(seen().rows(rows.stream().map(Row::ref).toList())).hasSize(2500);
        change(w -> w.update(rows.stream().map(r -> Samples.next(r, "new")).toList()));
        assertThat(seen().rows(Query.all("contact", 3000)))
                .hasSize(2500)
                .allMatch(r -> r.title().equals("new"));
        change(w -> {
            w.insert(List.of());
            w.update(List.of());
        });
    }

    @Test
    default void aRowThatExistsIsNotInsertedAgain() {
        Row row = kept(row("first"));
        assertThatThrownBy(() -> change(w -> w.insert(List.of(row("other"), Samples.next(row, "second")))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(seen().rows(Query.all("contact", 9))).containsExactly(row);
    }

    @Test
    default void anUpdateNeedsTheVersionOneBelow() {
        Row first = kept(row("a"));
        Row second = Samples.next(first, "b");
        change(w -> w.update(second));
        assertThat(seen().row(first.ref())).contains(second);
        assertThatThrownBy(() -> change(w -> w.update(second))).isInstanceOf(Stale.class);
        Row tooFar = Samples.next(Samples.next(second, "c"), "d");
        assertThatThrownBy(() -> change(w -> w.update(tooFar))).isInstanceOf(Stale.class);
        assertThat(seen().row(first.ref())).contains(second);
    }

    @Test
    default void aRowThatDoesNotExistIsStale() {
        assertThatThrownBy(() -> change(w -> w.update(Samples.next(row("ghost"), "b"))))
                .isInstanceOf(Stale.class);
    }

    @Test
    default void oneStaleRowUndoesAll() {
        Row a = kept(row("a"));
        Row b = kept(row("b"));
        assertThatThrownBy(() -> change(w -> w.update(List.of(Samples.next(a, "a2"), b))))
                .isInstanceOf(Stale.class)
                .hasMessageContaining(b.ref().toString());
        assertThat(seen().rows(Query.all("contact", 9))).containsExactly(a, b);
    }

    @Test
    default void anUpdateReplacesAll() {
        String organization = store().newId();
        Row first = kept(Samples.within(row("a"), organization));
        Row second = new Row(
                first.ref(), 2, false, "b", Optional.empty(), "w", "{\"x\":1}", "{\"x\":2}", NOON, NOON.plusSeconds(5));
        change(w -> w.update(second));
        assertThat(seen().row(first.ref())).contains(second);
    }

    @Test
    default void anIdThatIsNoneOfOursIsRefused() {
        Row odd = new Row(new Ref("contact", "x"), 1, true, "", Optional.empty(), "", "{}", "{}", NOON, NOON);
        assertThatThrownBy(() -> change(w -> w.insert(odd))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void theCharacterThatNoDatabaseHoldsIsReplaced() {
        Row row = Samples.with(row("a\0b"), "{\"note\":\"x\\u0000y\",\"path\":\"C:\\\\u0000\"}");
        kept(row);
        Row kept = seen().row(row.ref()).orElseThrow();
        assertThat(kept.title()).isEqualTo("a\uFFFDb");
        assertThat(kept.fields()).isEqualTo("{\"note\":\"x\uFFFDy\",\"path\":\"C:\\\\u0000\"}");
        var where = List.of(new Query.Condition("note", Query.Test.IS, List.of("x\uFFFDy")));
        assertThat(seen().rows(Query.all("contact", 9).where(where))).containsExactly(row);
    }
}
