package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.model.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContentTest {
    record Got(String name, String mime, long size, long read) {}

    private Server server;
    private Browser tech;

    @BeforeAll
    void start() throws Exception {
        server = Server.with(Person.named("tech"));
        tech = server.browser().signedIn("tech");
        server.route(
                Route.post("/files", Shape.CONTENT, Shape.of(Got.class), call -> {
                    try (Content content = call.body()) {
                        long read = content.bytes().transferTo(java.io.OutputStream.nullOutputStream());
                        return new Got(content.name(), content.mime(), content.size(), read);
                    }
                }),
                Route.get("/files", Shape.CONTENT, call -> {
                    byte[] bytes = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
                    return new Content(
                            call.query("name").orElseThrow(),
                            "text/html",
                            bytes.length,
                            new ByteArrayInputStream(bytes));
                }),
                Route.get(
                        "/broken",
                        Shape.CONTENT,
                        call -> new Content("a", "text/plain", -1, new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("the vendor hung up");
                            }
                        })));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @Test
    void bytes_come_in_as_they_are_with_a_name_that_is_no_path() throws Exception {
        byte[] jar = new byte[3 << 20];
        Browser upload = tech.with(
                "Content-Type",
                "application/java-archive",
                "Content-Disposition",
                "attachment; filename=\"../../evil/my module.jar\"");

        assertThat(upload.send("POST", "/api/files", BodyPublishers.ofByteArray(jar))
                        .body())
                .isEqualTo("{\"name\":\"my module.jar\",\"mime\":\"application/java-archive\",\"size\":3145728,"
                        + "\"read\":3145728}");
        assertThat(tech.with("Content-Disposition", "attachment; filename*=UTF-8''%C3%A4.jar")
                        .send("POST", "/api/files", BodyPublishers.ofByteArray(jar))
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("ä.jar");
    }

    @Test
    void a_form_is_415_and_more_than_64_mb_is_413_whether_told_or_not() throws Exception {
        assertThat(tech.with("Content-Type", "multipart/form-data; boundary=x")
                        .send("POST", "/api/files", BodyPublishers.ofString("--x--"))
                        .status())
                .isEqualTo(415);
        assertThat(server.raw(
                        "POST /api/files HTTP/1.1",
                        tech.with("Content-Type", "application/octet-stream", "Content-Length", "67108865")))
                .startsWith("HTTP/1.1 413");
        InputStream endless = new InputStream() {
            private long left = (64L << 20) + 1;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }
        };
        assertThat(tech.send("POST", "/api/files", BodyPublishers.ofInputStream(() -> endless))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void bytes_go_out_as_a_download_that_no_browser_runs() throws Exception {
        Browser.Answer answer = tech.get("/api/files?name=a%22b%0D%0AX-Evil:1%C3%A4.html");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"a_bX-Evil:1_.html\"; filename*=UTF-8''a%22bX-Evil%3A1%C3%A4.html");
        assertThat(answer.header("X-Evil")).isEmpty();
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.header("Content-Length")).isEqualTo("25");
    }

    @Test
    void a_source_that_breaks_before_its_first_byte_is_a_500() throws Exception {
        assertThat(tech.get("/api/broken").status()).isEqualTo(500);
    }
}
