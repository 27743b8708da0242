package io.mortise.sandbox.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Store store = new Store(Clock.systemUTC());
    private final Table notes = store.define("notes", "9");

    private static ObjectNode of(int ticket) {
        return Json.object().put("ticket", ticket);
    }

    private List<String> with(String ticket) {
        return notes.with("ticket", ticket).map(Row::id).toList();
    }

    @Test
    void what_a_field_says_is_found_in_the_order_of_ids_through_every_change() {
        Row first = store.insert("notes", of(1));
        assertThat(with("1")).containsExactly("9");
        store.insert("notes", of(1));
        store.insert("notes", of(2));
        assertThat(with("1")).containsExactly("9", "10");
        store.update("notes", first, of(2));
        assertThat(with("1")).containsExactly("10");
        assertThat(with("2")).containsExactly("9", "11");
        store.delete("notes", "9");
        assertThat(with("2")).containsExactly("11");
        store.rollback();
        assertThat(with("1")).isEmpty();
        assertThat(with("2")).isEmpty();
    }

    @Test
    void what_is_not_there_or_said_by_nobody_is_not_found() {
        store.insert("notes", Json.object());
        assertThat(with("1")).isEmpty();
        assertThat(with("")).containsExactly("9");
        assertThat(notes.with("colour", "red")).isEmpty();
    }
}
