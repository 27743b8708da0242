package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A secret that is used, refused and changed leaves no trace of itself: in no answer, no log and no file. */
@ExtendWith(ProductExtension.class)
class CanaryTest {
    private static final String CANARY = "Kanarie+Vogel/7f3a=9c";
    private final Unpacked unpacked;

    CanaryTest(Unpacked unpacked) {
        this.unpacked = unpacked;
    }

    @Test
    void r14_a_secret_is_nowhere_to_be_read() throws Exception {
        Product product = Product.of(unpacked, "--sandbox-scale", "0.05", "--sandbox-tls", "true");
        try (product) {
            product.start().awaitReady();
            Http admin = Hub.signedIn(product, "admin");
            use(product, admin);
            useInPerson(product, admin);
            everyAnswer(admin);
        }
        // its log is whole now, and the database has been closed
        clean("the console", product.console().getBytes(StandardCharsets.UTF_8));
        everyFile(product.data());
    }

    /** A user with that password signs in through TLS and is read; a wrong one that holds it is refused. */
    private static void use(Product product, Http admin) {
        Http vsa = Http.at(URI.create("http://127.0.0.1:" + (product.sandboxPort() + 2)));
        Reply user = vsa.post(
                "/_sandbox/records/users",
                Http.json(Map.of(
                        "AdminName",
                        "canary",
                        "AdminPassword",
                        CANARY,
                        "AdminRoleIds",
                        List.of("2"),
                        "AdminScopeIds",
                        List.of("2"))));
        assertThat(user.status()).as(user.toString()).isBetween(200, 201);
        String url = "https://127.0.0.1:" + (product.sandboxPort() + 4);
        JsonNode shown = admin.post("/api/connections/test", body(Map.of("url", url, "user", "canary"), CANARY))
                .body();
        String pin = shown.path("certificate").path("fingerprint").asText();
        Map<String, String> settings = Map.of("url", url, "user", "canary", "certificate", pin);
        Reply wrong = admin.post("/api/connections", body(settings, CANARY + CANARY));
        assertThat(wrong.status()).isEqualTo(422);
        clean("a refusal", wrong.toString().getBytes(StandardCharsets.UTF_8));
        // tested it would be told from the sandbox's own connection to this account, which is connected once
        Map<String, Object> untested =
                Map.of("product", "vsa", "settings", settings, "secrets", Map.of("password", CANARY), "untested", true);
        Reply made = admin.post("/api/connections", Http.json(untested));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        String one = "/api/connections/" + made.body().path("id").asText();
        Until.is(() -> !admin.get(one).body().path("types").isEmpty(), Duration.ofMinutes(1), () -> admin.get(one));
        Reply broken = admin.post("/api/connections", "{\"secrets\":{\"password\":\"" + CANARY + "\"},}");
        assertThat(broken.status()).isEqualTo(400);
        clean("a refusal", broken.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A person signs in to IT Glue with that password, and is shown another one that is the same; one that holds it is refused. */
    private static void useInPerson(Product product, Http admin) {
        Vendor itGlue = Vendor.itGlue(product);
        itGlue.create(
                "users",
                Http.json(Map.of(
                        "name", "Carl Canary",
                        "email", "canary@sandbox.example",
                        "role-name", "Editor",
                        "all-organizations", true,
                        "password", CANARY)));
        long version = Mine.at("itglue", admin).path("version").asLong();
        Reply wrong = admin.put(Mine.PATH + "/itglue", version, login(CANARY + CANARY));
        assertThat(wrong.status()).as(wrong.toString()).isEqualTo(422);
        clean("a refusal", wrong.toString().getBytes(StandardCharsets.UTF_8));
        Reply made = admin.put(
                Mine.PATH + "/itglue", Mine.at("itglue", admin).path("version").asLong(), login(CANARY));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        clean("a login", made.toString().getBytes(StandardCharsets.UTF_8));

        Kept kept = new Kept(product);
        Until.is(
                () -> !kept.remoteIds("itglue", "password").isEmpty(),
                Duration.ofMinutes(5),
                () -> "no password is here");
        String password = kept.remoteIds("itglue", "password").stream()
                .filter(id ->
                        !itGlue.record("passwords", id).at("/fields/restricted").asBoolean())
                .findFirst()
                .orElseThrow();
        itGlue.change("passwords", password, Http.json(Map.of("password", CANARY)));
        String id = kept.record("itglue", "password", password).orElseThrow();
        Reply shown = admin.post("/api/passwords/" + id + "/reveal", "");
        assertThat(shown.body().path("value").asText()).as(shown.toString()).isEqualTo(CANARY);
    }

    private static String login(String password) {
        return Http.json(Map.of(
                "settings", Map.of("email", "canary@sandbox.example"),
                "secrets", Map.of("password", password),
                "asAnother", true));
    }

    private static String body(Map<String, String> settings, String password) {
        return Http.json(Map.of("product", "vsa", "settings", settings, "secrets", Map.of("password", password)));
    }

    /** Of all that OpenAPI offers to read; a hole takes the id of a connection. */
    private static void everyAnswer(Http admin) {
        List<String> asked = new ArrayList<>();
        JsonNode paths = admin.get("/api/openapi.json").body().path("paths");
        String id = idOfCanary(admin);
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (!path.getValue().has("get") || path.getKey().contains("/events")) continue;
            String address = path.getKey().replaceAll("\\{[^}]*}", id);
            asked.add(address);
            clean(
                    address,
                    admin.raw("GET", address.startsWith("/api") ? address : "/api" + address)
                            .body());
        }
        assertThat(asked).hasSizeGreaterThan(10).anyMatch(address -> address.contains("/connections/" + id));
        for (String health : List.of("/health/live", "/health/ready"))
            clean(health, admin.raw("GET", health).body());
    }

    private static String idOfCanary(Http admin) {
        for (JsonNode item : admin.get("/api/connections").items())
            if (item.path("settings").path("user").asText().equals("canary"))
                return item.path("id").asText();
        throw new AssertionError("the connection is gone");
    }

    /** But those of the simulated systems, who know their users' passwords. */
    private static void everyFile(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> looked = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(data.resolve("sandbox")))
                    .toList();
            assertThat(looked).anyMatch(file -> file.toString().endsWith(".db"));
            assertThat(looked).anyMatch(file -> file.startsWith(data.resolve("log")));
            for (Path file : looked) clean(file.toString(), read(file));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clean(String where, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String form : forms())
            assertThat(text.contains(form)).as(form + " in " + where).isFalse();
    }

    /** As it is, in URLs, in JSON, in hexadecimal, in two bytes for each letter, and in Base64 wherever it begins in it. */
    private static List<String> forms() {
        byte[] bytes = CANARY.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>(List.of(
                CANARY,
                URLEncoder.encode(CANARY, StandardCharsets.UTF_8),
                CANARY.replace("/", "\\/"),
                HexFormat.of().formatHex(bytes),
                new String(CANARY.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String inside = whole.substring(before == 0 ? 0 : before + 1, whole.length() - 2);
            forms.add(inside);
            forms.add(inside.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    @Test
    void what_is_looked_for_would_be_found() {
        for (String user : List.of("", "a", "ab", "abc"))
            assertThat(forms())
                    .as(user)
                    .anyMatch(Base64.getEncoder().encodeToString((user + ":" + CANARY).getBytes())::contains);
    }
}
