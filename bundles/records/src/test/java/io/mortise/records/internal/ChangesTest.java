package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.store.Json;
import io.mortise.store.Row;
import io.mortise.store.Rows;
import io.mortise.store.Rows.Content;
import io.mortise.store.memory.MemoryStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private final MemoryStore store = new MemoryStore();
    private final Rows rows = new Rows(new Json());

    private Changes looking(int most) {
        return new Changes(store, Clock.systemUTC(), "organization", most);
    }

    private Row add(String name, Instant at) {
        Ref ref = new Ref("organization", store.newId());
        Row row = rows.first(
                Organization.TYPE, ref, new Content(Fields.of(Organization.NAME, name), Map.of(), Map.of()), at);
        store.<Void>write(s -> {
            s.insert(row);
            return null;
        });
        return row;
    }

    private static Instant ago(int seconds) {
        return Instant.now().minusSeconds(seconds);
    }

    private static List<String> titles(List<Row> rows) {
        return rows.stream().map(Row::title).toList();
    }

    @Test
    void a_look_shows_what_is_new_and_what_may_have_come_late() {
        Changes changes = looking(100);
        assertThat(changes.next()).isEmpty();
        add("a", ago(90));
        Row b = add("b", ago(60));
        assertThat(titles(changes.next())).containsExactly("a", "b");
        assertThat(changes.next()).isEmpty();
        store.<Void>write(s -> {
            Content inactive = new Content(
                    rows.fields(Organization.TYPE, b)
                            .but()
                            .set(io.mortise.model.EntityType.ACTIVE, false)
                            .build(),
                    Map.of(),
                    Map.of());
            s.update(rows.next(Organization.TYPE, b, inactive, Instant.now()));
            return null;
        });
        assertThat(titles(changes.next())).containsExactly("b");
        add("late", ago(2));
        assertThat(titles(changes.next())).containsExactly("late", "b");
    }

    @Test
    void what_is_too_much_for_one_look_comes_with_the_next() {
        for (int i = 0; i < 5; i++) add("row " + i, ago(100 - i));
        Changes changes = looking(2);
        assertThat(titles(changes.next())).containsExactly("row 0", "row 1");
        assertThat(changes.isFull(changes.next())).isTrue();
        List<Row> last = changes.next();
        assertThat(titles(last)).containsExactly("row 4");
        assertThat(changes.isFull(last)).isFalse();
    }

    @Test
    void who_begins_with_the_newest_goes_on_from_there() {
        for (int i = 0; i < 5; i++) add("row " + i, ago(100 - i));
        Changes changes = looking(2);
        assertThat(titles(changes.newest())).containsExactly("row 4", "row 3");
        assertThat(changes.next()).isEmpty();
        add("row 5", ago(50));
        assertThat(titles(changes.next())).containsExactly("row 5");
    }
}
