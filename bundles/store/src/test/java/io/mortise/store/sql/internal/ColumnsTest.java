package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    private final Columns declared = Columns.declared();

    @Test
    void whatTicketsAreNarrowedAndSortedByHasAnIndex() {
        assertThat(declared.of("ticket").keySet())
                .containsExactlyInAnyOrder(
                        "number",
                        "status.key",
                        "status.label",
                        "priority.key",
                        "priority.label",
                        "queue.key",
                        "queue.label",
                        "type.key",
                        "type.label",
                        "location.id",
                        "contact.id",
                        "configuration.id",
                        "assignee.id",
                        "openDate",
                        "dueDate",
                        "completedAt");
    }

    @Test
    void eachPathHasAColumnOfItsOwn() {
        declared.byType()
                .values()
                .forEach(columns -> assertThat(columns.values())
                        .doesNotHaveDuplicates()
                        .allMatch(column -> Columns.SHARED.contains(column) || Columns.ORDERED.contains(column)));
    }

    @Test
    void ofAnEndlessValueTheStartIsIndexed() {
        assertThat(Columns.indexed("🦊".repeat(300))).isEqualTo("🦊".repeat(200));
        assertThat(Columns.indexed("short")).isEqualTo("short");
    }
}
