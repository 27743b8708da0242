package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.web.internal.events.RecordWatcher;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final Ref ACME = Ref.to(Organization.TYPE, "1");

    /** One open stream; each event as its lines. Interrupted only by the server. */
    private static final class Listening {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final HttpResponse<InputStream> response;

        Listening(Browser browser) throws Exception {
            response = browser.client()
                    .send(browser.request("GET", "/api/events", BodyPublishers.noBody()), BodyHandlers.ofInputStream());
            Thread thread = new Thread(this::read);
            thread.setDaemon(true);
            thread.start();
        }

        private void read() {
            try (Scanner scanner = new Scanner(response.body(), "UTF-8").useDelimiter("\n\n")) {
                while (scanner.hasNext()) events.add(scanner.next());
            }
            events.add("END");
        }

        String next() throws InterruptedException {
            String event = events.poll(10, TimeUnit.SECONDS);
            return event == null ? "nothing came" : event;
        }

        void hangUp() throws Exception {
            response.body().close();
        }
    }

    private Server server;

    @BeforeEach
    void start() throws Exception {
        server = Server.with(Person.named("tech", "organization.read", "sync.run"), Person.named("guest"));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Listening listen(String user, String... headers) throws Exception {
        return new Listening(server.browser().signedIn(user).with(headers));
    }

    private void changed(long version) {
        new RecordWatcher(server.site.stream).changed(ACME, version);
    }

    private static String id(String event) {
        return event.lines()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .orElse("id: none")
                .substring(4);
    }

    @Test
    void a_stream_begins_with_hello_and_says_how_it_wants_to_be_treated() throws Exception {
        Listening tech = listen("tech");

        assertThat(tech.next()).matches("retry: 1000\nid: \\w+\\.0\nevent: hello\ndata: \\{.*\"epoch\":\"\\w+\".*}");
        assertThat(tech.response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(tech.response.headers().firstValue("Cache-Control")).hasValue("no-store, no-transform");
        assertThat(tech.response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
    }

    @Test
    void a_changed_record_is_told_by_id_and_version_to_those_who_may_read_its_type() throws Exception {
        Listening tech = listen("tech");
        Listening guest = listen("guest");
        tech.next();
        guest.next();

        changed(7);
        server.site.stream.tell("toast", Map.of("text", "all\nhear this"));

        assertThat(tech.next())
                .endsWith(
                        "event: record.changed\ndata: " + "{\"id\":\"1\",\"type\":\"organization\",\"version\":\"7\"}");
        assertThat(tech.next()).contains("event: toast");
        assertThat(guest.next()).contains("event: toast").contains("all\\nhear this");
    }

    @Test
    void what_is_told_to_a_right_reaches_only_those_who_have_it() throws Exception {
        Listening tech = listen("tech");
        Listening guest = listen("guest");
        tech.next();
        guest.next();

        server.site.stream.tell("sync.progress", Right.named("sync.run"), Map.of("seen", "1"));
        server.site.stream.tell("end", Map.of());

        assertThat(tech.next()).contains("sync.progress");
        assertThat(guest.next()).contains("event: end");
    }

    @Test
    void a_browser_that_comes_back_gets_what_it_missed_and_nothing_twice() throws Exception {
        Listening first = listen("tech");
        first.next();
        changed(1);
        String seen = id(first.next());
        first.hangUp();
        changed(2);
        server.site.stream.tell("secret", Right.named("admin"), Map.of());
        changed(3);

        Listening again = listen("tech", "Last-Event-ID", seen);

        assertThat(again.next()).contains("event: hello").doesNotContain("id: ");
        assertThat(again.next()).contains("\"version\":\"2\"");
        assertThat(again.next()).contains("\"version\":\"3\"");
        changed(4);
        assertThat(again.next()).contains("\"version\":\"4\"");
    }

    @Test
    void who_was_away_too_long_or_comes_from_before_a_restart_is_told_to_read_anew() throws Exception {
        Listening first = listen("tech");
        String epoch = id(first.next()).split("\\.")[0];
        for (int i = 0; i < 1100; i++) changed(i);

        for (String id : List.of(epoch + ".5", "otherepoch.1099", epoch + ".99999", "nonsense", epoch + ".x")) {
            Listening again = listen("tech", "Last-Event-ID", id);
            assertThat(again.next()).contains("event: hello").contains("id: " + epoch + ".1100");
            assertThat(again.next()).as(id).startsWith("event: resync");
        }
        Listening inTime = listen("tech", "Last-Event-ID", epoch + ".100");
        inTime.next();
        List<String> replayed = new ArrayList<>();
        for (int i = 0; i < 1000; i++) replayed.add(inTime.next());
        assertThat(replayed.get(999)).contains("\"version\":\"1099\"");
    }

    @Test
    void the_line_is_kept_alive() throws Exception {
        Listening tech = listen("tech");
        tech.next();

        server.site.stream.beat();

        assertThat(tech.next()).isEqualTo(":");
    }

    @Test
    void when_web_stops_each_stream_says_so_and_ends() throws Exception {
        Listening tech = listen("tech");
        tech.next();

        server.site.stream.close();

        assertThat(tech.next()).startsWith("event: closing");
        assertThat(tech.next()).isEqualTo("END");
    }

    @Test
    void who_signs_out_hears_nothing_more() throws Exception {
        Browser browser = server.browser().signedIn("tech");
        Listening tech = new Listening(browser);
        tech.next();
        Listening other = listen("tech");
        other.next();

        browser.send("DELETE", "/api/session", "");
        changed(1);

        assertThat(tech.next()).startsWith("event: closing");
        assertThat(tech.next()).isEqualTo("END");
        assertThat(other.next()).contains("record.changed");
    }

    @Test
    void who_does_not_read_is_dropped_and_the_others_go_on() throws Exception {
        Listening tech = listen("tech");
        tech.next();
        try (Socket deaf =
                server.open("GET /api/events HTTP/1.1", server.browser().signedIn("tech"))) {
            long end = System.nanoTime() + 10_000_000_000L;
            while (server.site.stream.size() < 2 && System.nanoTime() < end) Thread.sleep(10);
            assertThat(server.site.stream.size()).isEqualTo(2);

            String large = "x".repeat(50_000);
            for (int i = 0; i < 5000 && server.site.stream.size() > 1; i++) {
                server.site.stream.tell("large", Map.of("x", large));
                assertThat(tech.next()).contains("event: large");
            }

            assertThat(server.site.stream.size()).isEqualTo(1);
            assertThat(deaf.isClosed()).isFalse();
        }
    }
}
