package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** In which order rows come, and how a list is read in parts. */
interface ListRules extends Samples {
    private List<String> titles(Query query) {
        return look(r -> Samples.titles(r.rows(query)));
    }

    @Test
    default void titlesSortWithoutCaseAndAccents() {
        for (String title : List.of("beta", "Zulu", "äpfel", "Alpha", "ZULU 2", "apples", "")) kept(row(title));
        Query query = Query.all("contact", 99);
        List<String> up = List.of("", "Alpha", "äpfel", "apples", "beta", "Zulu", "ZULU 2");
        assertThat(titles(query)).isEqualTo(up);
        List<String> down = new ArrayList<>(up);
        java.util.Collections.reverse(down);
        assertThat(titles(query.sort("", true))).isEqualTo(down);
    }

    @Test
    default void aTitleMayBeVeryLong() {
        Row first = kept(row("🦊".repeat(5000) + "b"));
        Row second = kept(row("🦊".repeat(5000) + "a"));
        assertThat(seen().rows(Query.all("contact", 9))).containsExactly(first, second);
    }

    @Test
    default void aFieldSortsAsTextWithNothingFirst() {
        kept(Samples.with(row("a"), "{\"day\":\"2026-02-01\"}"));
        kept(Samples.with(row("b"), "{}"));
        kept(Samples.with(row("c"), "{\"day\":\"2026-01-31\"}"));
        kept(Samples.with(row("d"), "{\"day\":null}"));
        assertThat(titles(Query.all("contact", 9).sort("day", false))).containsExactly("b", "d", "c", "a");
        assertThat(titles(Query.all("contact", 9).sort("day", true))).containsExactly("a", "c", "d", "b");
    }

    @Test
    default void theLastChangeSortsByTime() {
        Row old = kept(row("b"));
        Row changed = kept(row("a"));
        kept(row("c"));
        change(w -> w.update(Samples.next(changed, "a")));
        Query query = Query.all("contact", 9);
        assertThat(titles(query.sort(Query.CHANGED, false))).containsExactly("b", "c", "a");
        assertThat(titles(query.sort(Query.CHANGED, true))).containsExactly("a", "c", "b");
        var end = Optional.of(
                new Query.Position(Long.toString(NOON.toEpochMilli()), old.ref().id()));
        assertThat(titles(query.sort(Query.CHANGED, false).after(end))).containsExactly("c", "a");
        assertThat(titles(query.sort(Query.CHANGED, true).after(end))).isEmpty();
    }

    @Test
    default void partsByLastChangeShowEachStayingRowOnce() {
        Function<Row, String> value = r -> Long.toString(r.changedAt().toEpochMilli());
        pagesShowEachStayingRowOnce(Query.all("contact", 7).sort(Query.CHANGED, false), value);
        pagesShowEachStayingRowOnce(Query.all("contact", 7).sort(Query.CHANGED, true), value);
    }

    @Test
    default void tiesAreInTheOrderOfTheirIds() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) rows.add(row("same"));
        change(w -> w.insert(rows));
        assertThat(seen().rows(Query.all("contact", 99))).isEqualTo(rows);
        List<Row> down = seen().rows(Query.all("contact", 99).sort("", true));
        java.util.Collections.reverse(down = new ArrayList<>(down));
        assertThat(down).isEqualTo(rows);
    }

    @Test
    default void noMoreThanTheLimit() {
        for (String title : List.of("a", "b", "c")) kept(row(title));
        assertThat(titles(Query.all("contact", 2))).containsExactly("a", "b");
        assertThat(titles(Query.all("contact", 0))).isEmpty();
    }

    @Test
    default void partsByTitleShowEachStayingRowOnce() {
        pagesShowEachStayingRowOnce(Query.all("contact", 7), Row::title);
        pagesShowEachStayingRowOnce(Query.all("contact", 7).sort("", true), Row::title);
    }

    @Test
    default void partsByFieldShowEachStayingRowOnce() {
        Function<Row, String> value =
                r -> r.fields().equals("{}") ? "" : r.fields().replaceAll("\\D", "");
        pagesShowEachStayingRowOnce(Query.all("contact", 7).sort("n", false), value);
        pagesShowEachStayingRowOnce(Query.all("contact", 7).sort("n", true), value);
    }

    private void pagesShowEachStayingRowOnce(Query query, Function<Row, String> value) {
        Random random = new Random(4711);
        List<Row> staying = new ArrayList<>();
        for (int i = 0; i < 60; i++) staying.add(kept(random(random, "Staying ")));
        List<Row> seen = new ArrayList<>();
        Optional<Query.Position> end = Optional.empty();
        do {
            Query part = query.after(end);
            List<Row> page = seen().rows(part);
            seen.addAll(page);
            end = page.isEmpty() ? Optional.empty() : Optional.of(position(page.get(page.size() - 1), value));
            comeAndGo(random);
        } while (end.isPresent());
        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
        change(w -> w.update(look(w, staying)));
    }

    /** Puts the rows out of the way of the next round. */
    private static List<Row> look(Reading reading, List<Row> rows) {
        return rows.stream()
                .map(r -> Samples.next(Samples.inactive(reading.row(r.ref()).orElseThrow()), "gone"))
                .toList();
    }

    private static Query.Position position(Row row, Function<Row, String> value) {
        return new Query.Position(value.apply(row), row.ref().id());
    }

    private void comeAndGo(Random random) {
        for (int i = 0; i < 4; i++) {
            Row row = kept(random(random, "Passing "));
            if (random.nextBoolean()) change(w -> w.update(Samples.next(Samples.inactive(row), row.title())));
        }
    }

    private Row random(Random random, String title) {
        String fields = random.nextInt(4) == 0 ? "{}" : "{\"n\":\"" + random.nextInt(6) + "\"}";
        String cased = random.nextBoolean() ? title.toUpperCase(java.util.Locale.ROOT) : title;
        return Samples.with(row(cased + random.nextInt(9)), fields);
    }
}
