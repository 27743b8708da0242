package io.mortise.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Http;
import io.mortise.connector.Http.Request;
import io.mortise.model.Content;
import io.mortise.model.Field;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Places, pages, words, addresses, lists, and answers that are none. */
class ToolkitTest {
    private static final Dialect PLAIN = new Dialect() {
        @Override
        public Statuses statuses() {
            return Statuses.none().means(403, Remedy.ASK_ADMIN, "You may not");
        }

        @Override
        public String why(Json body) {
            return body.at("message").text().orElse("");
        }

        @Override
        public Map<Field<?>, String> refused(Json body, Mapping mapping) {
            return Map.of();
        }
    };

    private static Fault answer(String method, int status, String body) {
        Http http = request -> new Http.Response(status, Map.of(), body.getBytes(UTF_8));
        return catchThrowableOfType(
                Fault.class, () -> new Api(http, PLAIN).send(Request.of(method, "/x"), Mapping.empty()));
    }

    @Test
    void halfAnAnswerToAReadIsReadAgainAndToAWriteLookedAt() {
        assertThat(answer("GET", 200, "{\"data\":[{\"id\":").remedy()).isEqualTo(Remedy.RETRY);
        assertThat(answer("POST", 200, "{\"data\":[{\"id\":").remedy()).isEqualTo(Remedy.LOOK);
        assertThat(answer("DELETE", 204, "")).isNull();
    }

    @Test
    void aRefusalSaysWhatItMeansAndWhatTheVendorSaid() {
        Fault fault = answer("GET", 403, "{\"message\":\"role lacks it\"}");
        assertThat(fault.remedy()).isEqualTo(Remedy.ASK_ADMIN);
        assertThat(fault).hasMessage("You may not: role lacks it");
        assertThat(answer("GET", 403, "<html>").remedy()).isEqualTo(Remedy.ASK_ADMIN);
        assertThat(answer("GET", 418, "").remedy()).isEqualTo(Remedy.REPORT);
    }

    @Test
    void aCutPageIsNoEnd() throws Fault {
        List<Json> two = List.of(Json.object(), Json.object());
        assertThat(Rows.whole(two, 2, 4, 6).isLast()).isTrue();
        assertThat(Rows.whole(two, 1, 2, 6).isLast()).isFalse();
        Fault cut = catchThrowableOfType(Fault.class, () -> Rows.whole(two, 1, 4, 6));
        assertThat(cut.remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void aPlaceIsReadBackAndAStrangeOneBeginsAnew() throws Fault {
        Place place = Place.of(Instant.EPOCH, 3);
        Place again = Place.read(new Cursor(place.text()), 2);
        assertThat(again.time(0)).isEqualTo(Instant.EPOCH);
        assertThat(again.number(1)).isEqualTo(3);
        assertThat(catchThrowableOfType(Fault.class, () -> Place.read(new Cursor("x"), 2))
                        .remedy())
                .isEqualTo(Remedy.RESTART);
        assertThat(catchThrowableOfType(Fault.class, () -> again.number(0)).remedy())
                .isEqualTo(Remedy.RESTART);
    }

    @Test
    void legalFormsDontTellWordsApart() {
        assertThat(Words.same("Dell Inc.", "dell")).isTrue();
        assertThat(Words.same("VMware, Inc.", "VMware")).isTrue();
        assertThat(Words.same("Dell", "HP")).isFalse();
    }

    @Test
    void addressesAreSafe() {
        assertThat(Addresses.clean(" https://api.example.com/ ")).isEqualTo("https://api.example.com");
        assertThat(Addresses.clean("http://127.0.0.1:9412")).isEqualTo("http://127.0.0.1:9412");
        assertThat(Addresses.clean("HTTP://localhost:9412/")).isEqualTo("http://127.0.0.1:9412");
        assertThat(Addresses.clean("vsa.example.com:5721/api/")).isEqualTo("https://vsa.example.com:5721/api");
        Map<String, String> instead = Map.of(
                "http://api.example.com", "Begin with https://, e.g. https://api.example.com",
                "ftp://x", "Begin with https://, e.g. https://x",
                "127.0.0.1:19511", "Begin with http://, e.g. http://127.0.0.1:19511",
                "localhost:9412/api", "Begin with http://, e.g. http://127.0.0.1:9412/api",
                "https://vsa my.com",
                        "No address: a host has letters, figures, dots and hyphens, and a port is a number up to 65535",
                "https://vsa_my.example",
                        "No address: a host has letters, figures, dots and hyphens, and a port is a number up to 65535",
                "http://127.0.0.1:abc",
                        "No address: a host has letters, figures, dots and hyphens, and a port is a number up to 65535",
                "192.168.1.4", "Begin with https://, e.g. https://192.168.1.4",
                "vsaserver:5721", "Begin with https://, e.g. https://vsaserver:5721",
                "https://a b",
                        "No address: a host has letters, figures, dots and hyphens, and a port is a number up to 65535");
        instead.forEach((typed, sentence) -> assertThatThrownBy(() -> Addresses.clean(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence));
        assertThat(Addresses.page("javascript:alert(1)")).isEmpty();
        assertThat(Addresses.page("https://x.example/1")).isPresent();
    }

    @Test
    void timesComeWithAndWithoutAnOffset() {
        assertThat(Times.read("2026-04-07T14:00:00")).isEqualTo(Instant.parse("2026-04-07T14:00:00Z"));
        assertThat(Times.read("2026-04-07T16:00:00+02:00")).isEqualTo(Instant.parse("2026-04-07T14:00:00Z"));
        assertThat(Times.header("Sun, 06 Nov 1994 08:49:37 GMT")).contains(Instant.parse("1994-11-06T08:49:37Z"));
        assertThat(Times.header("lately")).isEmpty();
    }

    @Test
    void aListIsReadAgainWhenItIsOldOrLacksWhatIsLookedFor() throws Fault {
        var clock = new Object() {
            private Instant now = Instant.EPOCH;
        };
        int[] reads = {0};
        Clock ticking = new TickingClock(() -> clock.now);
        Remembered<String, Integer> list = new Remembered<>(ticking, key -> ++reads[0]);
        list.get("a");
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(list.get("a")).isEqualTo(1);
        assertThat(list.get("a", value -> value == 2)).isEqualTo(2);
        clock.now = clock.now.plus(Duration.ofMinutes(11));
        assertThat(list.get("a")).isEqualTo(3);
    }

    private static final class TickingClock extends Clock {
        private final java.util.function.Supplier<Instant> now;

        TickingClock(java.util.function.Supplier<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    private static Http.Streamed download(int status, Map<String, List<String>> headers, String body) throws Fault {
        Http http = request -> new Http.Response(status, headers, body.getBytes(UTF_8));
        return new Api(http, FAILING).download(Request.get("/file"));
    }

    private static final Map<String, List<String>> JSON = Map.of("Content-Type", List.of("application/json"));

    @Test
    void whereEveryNoHasAStatusASuccessIsTheFileItself() throws Exception {
        String mail = "{\"message\":\"gone\"}";
        Http http = request -> new Http.Response(200, JSON, mail.getBytes(UTF_8));
        try (Http.Streamed file = new Api(http, PLAIN).download(Request.get("/file"))) {
            assertThat(file.body().readAllBytes()).asString().isEqualTo(mail);
        }
    }

    @Test
    void whatIsLargerThanAnyNoIsAFile() throws Exception {
        String large = "[\"" + "x".repeat(2 << 20) + "\"]";
        try (Http.Streamed file = download(200, JSON, large)) {
            assertThat(file.body().readAllBytes()).asString().isEqualTo(large);
        }
        assertThat(catchThrowableOfType(Fault.class, () -> download(403, JSON, large)))
                .hasMessage("You may not");
    }

    /** It fails inside a success. */
    private static final Dialect FAILING = new Dialect() {
        @Override
        public Statuses statuses() {
            return PLAIN.statuses();
        }

        @Override
        public String why(Json body) {
            return PLAIN.why(body);
        }

        @Override
        public Map<Field<?>, String> refused(Json body, Mapping mapping) {
            return Map.of();
        }

        @Override
        public boolean failsInSuccess() {
            return true;
        }

        @Override
        public Json content(Request request, Json body, Mapping mapping) throws Fault {
            if (body.has("message")) throw Fault.of(Remedy.FORGET, why(body));
            return body;
        }
    };

    @Test
    void aFileIsToldFromARefusalInsideASuccess() throws Exception {
        Map<String, List<String>> json = Map.of("Content-Type", List.of("application/json"));
        Map<String, List<String>> file =
                Map.of("Content-Type", List.of("application/json"), "Content-Disposition", List.of("attachment"));
        String no = "{\"message\":\"gone\"}";
        assertThat(catchThrowableOfType(Fault.class, () -> download(200, json, no))
                        .remedy())
                .isEqualTo(Remedy.FORGET);
        assertThat(catchThrowableOfType(Fault.class, () -> download(403, file, no)))
                .hasMessage("You may not: gone");
        assertThat(download(200, file, no).body().readAllBytes()).asString().isEqualTo(no);
        assertThat(download(200, json, "{\"a\":1}").body().readAllBytes())
                .asString()
                .isEqualTo("{\"a\":1}");
        assertThat(download(200, Map.of(), no).body().readAllBytes()).asString().isEqualTo(no);
    }

    @Test
    void aFormHoldsOneFileWhoseNameEndsNothing() throws Exception {
        byte[] bytes = {0, 13, 10, 45, 45, 7};
        Content file = new Content("a\"b\r\nc/d\\ü.txt", "text/html\r\nX: y", 6, new ByteArrayInputStream(bytes));
        Request request = Form.of(Request.of("POST", "/files"), Map.of("kind", "attachments"), "file", file);
        String type = request.headers().get("Content-Type");
        assertThat(type).startsWith("multipart/form-data; boundary=");
        byte[] body = request.upload().orElseThrow().bytes().readAllBytes();
        assertThat(request.upload().orElseThrow().length()).isEqualTo(body.length);
        String boundary = "--" + type.replaceFirst(".*boundary=", "");
        assertThat(new String(body, UTF_8))
                .isEqualTo(
                        boundary + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nattachments\r\n" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a_b__c_d_ü.txt\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n" + new String(bytes, UTF_8) + "\r\n"
                                + boundary
                                + "--\r\n");
        Content unknown = new Content("a", "text/plain", -1, new ByteArrayInputStream(bytes));
        assertThat(Form.of(Request.of("POST", "/files"), Map.of(), "file", unknown)
                        .upload()
                        .orElseThrow()
                        .length())
                .isEqualTo(-1);
    }
}
