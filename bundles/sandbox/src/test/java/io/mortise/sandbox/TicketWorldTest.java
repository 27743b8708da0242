package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tickets of the generated world are like. */
class TicketWorldTest {
    private static Sandbox sandbox;
    private static List<JsonNode> tickets;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory());
        tickets = fields("tickets");
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static List<JsonNode> fields(String type) {
        List<JsonNode> fields = new ArrayList<>();
        Caller.control(sandbox.bms())
                .get("/_sandbox/records/" + type + "?limit=100000")
                .get("items")
                .forEach(item -> fields.add(item.get("fields")));
        return fields;
    }

    private static long count(String field, String value) {
        return tickets.stream()
                .filter(ticket -> ticket.path(field).asText().equals(value))
                .count();
    }

    @Test
    void thereAreThreeThousandOfTwoRmmsAndOfNone() {
        assertThat(tickets).hasSize(3000);
        assertThat(count("integrationTypeId", "2")).isBetween(700L, 1000L);
        assertThat(count("integrationTypeId", "5")).isBetween(300L, 550L);
        assertThat(tickets.stream().filter(t -> t.hasNonNull("contactId")).count())
                .isGreaterThan(1000);
        assertThat(tickets.stream().filter(t -> t.hasNonNull("hardwareAssetId")).count())
                .isGreaterThan(600);
    }

    @Test
    void mostAreClosedAndTheOpenOnesAreMostlyYoung() {
        List<JsonNode> open =
                tickets.stream().filter(t -> !t.hasNonNull("completedDate")).toList();
        assertThat(open).hasSizeBetween(80, 400);
        assertThat(tickets).allSatisfy(ticket -> {
            Instant opened = Instant.parse(ticket.get("openDate").asText());
            assertThat(opened).isBefore(Instant.parse("2026-09-01T08:00:00Z"));
            if (ticket.hasNonNull("completedDate")) {
                assertThat(Instant.parse(ticket.get("completedDate").asText())).isAfter(opened);
            }
        });
    }

    @Test
    void alarmsThatCameOftenAreCounted() {
        assertThat(tickets.stream()
                        .filter(t -> t.path("occurrenceCount").asInt() > 1)
                        .count())
                .isGreaterThan(150);
    }

    @Test
    void thingsHangOnThem() {
        assertThat(fields("ticketnotes")).hasSizeGreaterThan(3000);
        assertThat(fields("timelogs")).hasSizeGreaterThan(2000);
        assertThat(fields("attachments")).hasSizeGreaterThan(50);
        assertThat(fields("checklistitems")).hasSizeGreaterThan(200);
        assertThat(tickets.stream().filter(t -> t.has("custom")).count()).isGreaterThan(300);
        assertThat(tickets.stream().filter(t -> t.has("contractId")).count()).isGreaterThan(500);
    }
}
