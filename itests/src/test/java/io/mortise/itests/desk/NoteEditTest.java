package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ARRIVES;
import static io.mortise.itests.desk.ServiceDesk.ok;
import static io.mortise.itests.desk.ServiceDesk.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notes that are edited: here and at BMS, with what they said before. */
@ExtendWith(DeskExtension.class)
class NoteEditTest {
    private final ServiceDesk desk;

    NoteEditTest(ServiceDesk desk) {
        this.desk = desk;
    }

    /** A note that BMS has. @param word in it */
    private String written(String word, boolean internal) {
        String ticket = desk.made(unique("Notes ")).path("id").asText();
        String body = Http.json(Map.of("text", "<p>" + word + "</p>", "internal", internal));
        String note = ok(desk.tech().post("/api/tickets/" + ticket + "/notes", body))
                .body()
                .path("id")
                .asText();
        Until.is(() -> !there(word).isMissingNode(), ARRIVES, () -> desk.ticket(ticket));
        return "/api/tickets/" + ticket + "/notes/" + note;
    }

    private JsonNode there(String word) {
        return desk.bms().holding("ticketnotes", word).stream()
                .findFirst()
                .map(note -> note.path("fields"))
                .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    }

    private Reply edit(Http who, String path, long version, Map<String, Object> wish) {
        return who.with("If-Match", "\"" + version + "\"").patch(path, Http.json(wish));
    }

    private JsonNode read(String path) {
        return ok(desk.tech().get(path)).body();
    }

    private static long version(JsonNode note) {
        return note.path("version").asLong();
    }

    @Test
    void f154_a_note_is_edited_down_to_bms_and_its_earlier_text_stays_readable() {
        String word = unique("Called");
        String path = written(word, true);
        JsonNode before = read(path);
        assertThat(before.path("locked").asText("")).isEmpty();
        assertThat(before.at("/note/edited").isObject()).isFalse();
        Map<String, Object> wish = Map.of("text", "<p>" + word + " twice<script>x()</script></p>");
        assertThat(edit(desk.reader(), path, version(before), wish).status()).isEqualTo(403);
        JsonNode edited = ok(edit(desk.tech(), path, version(before), wish)).body();
        assertThat(edited.at("/note/html").asText()).isEqualTo("<p>" + word + " twice</p>");
        assertThat(edited.at("/note/by").asText()).isEqualTo("Theo Lindgren");
        assertThat(edited.at("/note/edited/by").asText()).isEqualTo("Theo Lindgren");
        Until.is(() -> there(word).path("details").asText().contains("twice"), ARRIVES, () -> there(word));
        assertThat(there(word).path("isInternal").asBoolean()).isTrue();
        assertThat(desk.bms().holding("ticketnotes", word)).hasSize(1);
        JsonNode revisions = ok(desk.reader().get(path + "/revisions")).items();
        assertThat(revisions.findValuesAsText("html"))
                .containsExactly("<p>" + word + " twice</p>", "<p>" + word + "</p>");
        JsonNode line = ok(desk.tech().get(path.replaceFirst("/notes/.*", "/activities?types=note&q=" + word)))
                .items()
                .get(0);
        assertThat(line.at("/edited/by").asText()).isEqualTo("Theo Lindgren");
        assertThat(line.path("mine").asBoolean()).isTrue();
        assertThat(edit(desk.tech(), path, version(edited), Map.of("text", "<p> </p>"))
                        .status())
                .isEqualTo(422);
        assertThat(desk.tech().get(path.replaceFirst("/notes/.*", "/notes/1")).status())
                .isEqualTo(404);
    }

    @Test
    void f108_an_internal_note_is_let_out_only_where_that_is_said() {
        String word = unique("Between us");
        String path = written(word, true);
        Map<String, Object> wish = new HashMap<>(Map.of("internal", false));
        Reply refused = edit(desk.tech(), path, version(read(path)), wish);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/fields/internal").asText()).contains("customer could read");
        assertThat(there(word).path("isInternal").asBoolean()).isTrue();
        wish.put("publish", true);
        ok(edit(desk.tech(), path, version(read(path)), wish));
        Until.is(() -> !there(word).path("isInternal").asBoolean(), ARRIVES, () -> there(word));
        ok(edit(desk.tech(), path, version(read(path)), Map.of("internal", true)));
        Until.is(() -> there(word).path("isInternal").asBoolean(), ARRIVES, () -> there(word));
    }

    @Test
    void f154_a_note_that_was_changed_at_bms_meanwhile_is_shown_and_neither_text_is_lost() {
        String word = unique("Measured");
        String path = written(word, false);
        long seen = version(read(path));
        String id = desk.bms().holding("ticketnotes", word).get(0).path("id").asText();
        desk.bms().change("ticketnotes", id, Http.json(Map.of("details", "<p>" + word + " theirs</p>")));
        Map<String, Object> mine = Map.of("text", "<p>" + word + " mine</p>");
        Reply conflict = edit(desk.tech(), path, seen, mine);
        assertThat(conflict.status()).as(conflict.toString()).isEqualTo(409);
        assertThat(conflict.body().at("/current/fields/details").asText()).contains("theirs");
        assertThat(conflict.body().at("/current/yours/details").asText()).contains("mine");
        ok(edit(desk.tech(), path, conflict.body().at("/current/version").asLong(), mine));
        Until.is(() -> there(word).path("details").asText().contains("mine"), ARRIVES, () -> there(word));
        assertThat(ok(desk.tech().get(path + "/revisions")).items().findValuesAsText("html"))
                .containsExactly("<p>" + word + " mine</p>", "<p>" + word + " theirs</p>", "<p>" + word + "</p>");
    }
}
