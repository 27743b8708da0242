package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ok;
import static io.mortise.itests.desk.ServiceDesk.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that are given to tickets while BMS is away, or loses its answers. */
@ExtendWith(DeskExtension.class)
class KeptFilesTest {
    private final ServiceDesk desk;
    private final String name = ServiceDesk.unique("rack-") + ".txt";
    private String ticket;
    private String there;
    private FilesOf files;
    private long before;

    KeptFilesTest(ServiceDesk desk) {
        this.desk = desk;
    }

    @BeforeEach
    void anOwnTicket() {
        ticket = desk.made(ServiceDesk.unique("Files of ")).path("id").asText();
        Until.is(() -> desk.arrived(ticket), ServiceDesk.ARRIVES, () -> desk.ticket(ticket));
        there = desk.there(ticket);
        files = new FilesOf(desk.tech(), ticket);
        before = desk.bms().writes();
    }

    @AfterEach
    void all_is_well_again() {
        desk.bms().recovers();
    }

    private void goesAway() {
        desk.bms().fails("timeout-before", 1);
    }

    /** Paths of all that was written of the ticket there, in order. */
    private List<String> written() {
        return desk.bms().writesAfter(before).stream()
                .map(write -> write.path("path").asText())
                .filter(path -> path.endsWith("/tickets/" + there) || path.endsWith("/attachments/22/" + there))
                .map(path -> path.contains("/attachments/") ? "file" : "ticket")
                .toList();
    }

    private void arrivesOnce(String name, String text) {
        Until.is(() -> files.arrived(name), ServiceDesk.ARRIVES, () -> files.named(name));
        Until.quiet(this::written, Duration.ofSeconds(6), ServiceDesk.ARRIVES);
        assertThat(desk.bms().holding("attachments", name)).hasSize(1);
        assertThat(files.text(files.named(name).get(0))).isEqualTo(text);
    }

    @Test
    void f094_what_is_given_while_bms_is_away_is_kept_and_arrives_once_in_the_order_of_the_work() {
        goesAway();
        Reply given = ok(files.give(name, "racks: 2", "key-" + name));
        assertThat(given.body().path("state").asText()).isEqualTo("waiting");
        assertThat(given.body().path("why").asText()).contains("Kaseya BMS");
        assertThat(given.body().at("/fields/createdBy").asText()).isEqualTo("Theo Lindgren");
        ok(desk.edit(desk.tech(), ticket, Map.of("status", word("Waiting Customer"))));
        ok(files.give("second-" + name, "racks: 3", "key2-" + name));

        JsonNode kept = files.named(name).get(0);
        assertThat(kept.path("id").asText()).isEqualTo(given.body().path("id").asText());
        assertThat(files.text(kept)).isEqualTo("racks: 2");
        assertThat(new FilesOf(desk.reader(), ticket).text(kept)).isEqualTo("racks: 2"); // F-157
        assertThat(ok(files.give(name, "racks: 2", "key-" + name))
                        .body()
                        .path("id")
                        .asText())
                .isEqualTo(kept.path("id").asText());
        assertThat(files.give(name, "racks: 4", "key-" + name).status()).isEqualTo(422);
        assertThat(desk.bms().holding("attachments", name)).isEmpty();

        desk.bms().recovers();
        Until.is(() -> files.arrived("second-" + name), ServiceDesk.ARRIVES, () -> files.named("second-" + name));
        Until.is(() -> written().size() >= 3, ServiceDesk.ARRIVES, this::written);
        Until.quiet(this::written, Duration.ofSeconds(6), ServiceDesk.ARRIVES);
        assertThat(written()).containsExactly("file", "ticket", "file");
        assertThat(desk.bms().holding("attachments", name))
                .hasSize(2); // the second has the first one's name in its own
        assertThat(files.text(files.named(name).get(0))).isEqualTo("racks: 2");
        Reply again = ok(files.give(name, "racks: 2", "key-" + name));
        assertThat(again.body().path("state").asText()).isEqualTo("there");
        assertThat(written()).hasSize(3);
    }

    @Test
    void f094_a_file_whose_answer_was_lost_is_found_there_and_not_sent_again() {
        desk.bms().failsOnce("timeout-after", "POST", "/attachments/22/" + there + "$");
        Reply given = ok(files.give(name, "racks: 2", "key-" + name));
        assertThat(given.body().path("state").asText()).isEqualTo("waiting");
        assertThat(given.body().path("why").asText()).contains("looked for there before it is sent again");
        arrivesOnce(name, "racks: 2");
        assertThat(written()).containsExactly("file");
    }

    @Test
    void f094_what_waits_is_thrown_away_by_who_may_edit_and_never_sent() {
        goesAway();
        ok(files.give(name, "racks: 2", "key-" + name));
        JsonNode kept = files.named(name).get(0);
        assertThat(new FilesOf(desk.reader(), ticket).discard(kept).status()).isEqualTo(403);
        assertThat(new FilesOf(desk.reader(), ticket).retry(kept).status()).isEqualTo(403);
        assertThat(ok(files.retry(kept)).body().path("state").asText()).isEqualTo("waiting");
        assertThat(files.discard(kept).status()).isEqualTo(204);
        assertThat(files.named(name)).isEmpty();
        assertThat(files.content(kept).statusCode()).isEqualTo(404);
        desk.bms().recovers();
        Until.quiet(this::written, Duration.ofSeconds(6), ServiceDesk.ARRIVES);
        assertThat(desk.bms().holding("attachments", name)).isEmpty();
    }

    @Test
    void f094_hostile_names_and_pages_are_kept_as_names_and_downloads() {
        goesAway();
        ok(files.give("../../" + name, "text/html", "<script>alert(1)</script>", "key-" + name));
        JsonNode kept = files.named(name).get(0);
        HttpResponse<byte[]> content = files.content(kept);
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(files.discard(kept).status()).isEqualTo(204);
    }
}
