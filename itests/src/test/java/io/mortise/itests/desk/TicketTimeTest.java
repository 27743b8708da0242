package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ARRIVES;
import static io.mortise.itests.desk.ServiceDesk.FIRST;
import static io.mortise.itests.desk.ServiceDesk.ok;
import static io.mortise.itests.desk.ServiceDesk.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Time on tickets, down to what BMS has been sent. */
@ExtendWith(DeskExtension.class)
class TicketTimeTest {
    private final ServiceDesk desk;

    TicketTimeTest(ServiceDesk desk) {
        this.desk = desk;
    }

    @Test
    void f080_time_is_committed_there_and_corrected_by_its_author_alone() {
        String id = desk.made(unique("Time ")).path("id").asText();
        String day = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
        String word = unique("worked");
        String body =
                Http.json(Map.of("date", day, "start", "09:00", "end", "10:30", "committed", "PT1H", "notes", word));
        JsonNode made =
                ok(desk.tech().post("/api/tickets/" + id + "/time-logs", body)).body();
        assertThat(made.at("/log/by").asText()).isEqualTo("Theo Lindgren");
        assertThat(made.at("/log/workType/label").asText()).isEqualTo("Remote Support");
        Until.is(() -> !desk.bms().holding("timelogs", word).isEmpty(), ARRIVES, () -> made);
        JsonNode there = desk.bms().holding("timelogs", word).get(0);
        assertThat(there.at("/fields/timespent").asDouble()).isEqualTo(1.0);
        assertThat(there.at("/fields/startTime").asText()).isEqualTo("09:00:00");

        Reply over = desk.tech()
                .post(
                        "/api/tickets/" + desk.open() + "/time-logs",
                        Http.json(Map.of("date", day, "start", "10:00", "end", "11:00")));
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.body().at("/fields/start").asText()).contains("09:00 to 10:30");
        assertThat(desk.tech()
                        .post(
                                "/api/tickets/" + id + "/time-logs",
                                Http.json(Map.of("date", day, "start", "12:00", "end", "11:00")))
                        .body()
                        .at("/fields/end")
                        .asText())
                .contains("before the start");

        String log = "/api/time-logs/" + made.path("id").asText();
        Reply others = desk.admin().with("If-Match", "\"1\"").patch(log, "{\"notes\":\"mine\"}");
        assertThat(others.status()).isEqualTo(403);
        Until.is(
                () -> corrected(id, log, word + " better"),
                ARRIVES,
                () -> desk.bms().holding("timelogs", word));
        Until.is(
                () -> desk.bms()
                        .record("timelogs", there.path("id").asText())
                        .at("/fields/notes")
                        .asText()
                        .equals(word + " better"),
                ARRIVES,
                () -> desk.bms().record("timelogs", there.path("id").asText()));
        desk.bms().change("timelogs", there.path("id").asText(), "{\"isApproved\": true}");
        Until.is(() -> log(id).path("locked").asBoolean(), FIRST, () -> log(id));
        Reply locked = desk.tech()
                .with("If-Match", "\"" + log(id).path("version").asLong() + "\"")
                .patch(log, "{\"notes\":\"too late\"}");
        assertThat(locked.status()).isEqualTo(403);
        assertThat(locked.detail()).contains("approved");
    }

    private JsonNode log(String ticket) {
        return ok(desk.tech().get("/api/tickets/" + ticket + "/time-logs"))
                .items()
                .get(0);
    }

    private boolean corrected(String ticket, String log, String notes) {
        Reply reply = desk.tech()
                .with("If-Match", "\"" + log(ticket).path("version").asLong() + "\"")
                .patch(log, Http.json(Map.of("notes", notes)));
        return reply.status() == 200;
    }
}
