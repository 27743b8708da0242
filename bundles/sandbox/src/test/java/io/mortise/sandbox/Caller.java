package io.mortise.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Calls one simulator over real HTTP, with credentials of its own or none. */
final class Caller {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String type;
    private final String credentialName;
    private final String credential;

    private Caller(URI base, String type, String credentialName, String credential) {
        this.base = base;
        this.type = type;
        this.credentialName = credentialName;
        this.credential = credential;
    }

    static Caller control(URI base) {
        return new Caller(base, "application/json", "X-None", "");
    }

    static Caller itGlue(Sandbox sandbox) {
        return new Caller(sandbox.itGlue(), "application/vnd.api+json", "x-api-key", "ITG.sandbox");
    }

    static Caller itGlue(Sandbox sandbox, String key) {
        return new Caller(sandbox.itGlue(), "application/vnd.api+json", "x-api-key", key);
    }

    static Caller bms(Sandbox sandbox) {
        return bms(sandbox, "api");
    }

    static Caller bms(Sandbox sandbox, String user) {
        String form = "grantType=password&userName=" + user + "&password=sandbox&tenant=Sandbox";
        Caller form1 = new Caller(sandbox.bms(), "application/x-www-form-urlencoded", "X-None", "");
        String token = json(form1.send("POST", "/v2/security/authenticate", form))
                .at("/result/accessToken")
                .asText();
        return new Caller(sandbox.bms(), "application/json", "Authorization", "Bearer " + token);
    }

    /** The same caller with bodies of another type. */
    Caller sending(String other) {
        return new Caller(base, other, credentialName, credential);
    }

    static Caller vsa(Sandbox sandbox) {
        String token = json(vsaBasic(sandbox, "api:sandbox").send("GET", "/api/v1.0/auth", null))
                .at("/Result/Token")
                .asText();
        return new Caller(sandbox.vsa(), "application/json", "Authorization", "Bearer " + token);
    }

    static Caller vsaBasic(Sandbox sandbox, String credentials) {
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return new Caller(sandbox.vsa(), "application/json", "Authorization", "Basic " + encoded);
    }

    static Caller continuum(Sandbox sandbox, String scopes) {
        String wanted = "{\"grant_type\":\"client_credentials\",\"client_id\":\"sandbox\","
                + "\"client_secret\":\"sandbox-secret\",\"scope\":\"" + scopes + "\"}";
        String token = json(control(sandbox.continuum()).send("POST", "/v1/token", wanted))
                .at("/access_token")
                .asText();
        return new Caller(sandbox.continuum(), "application/json", "Authorization", "Bearer " + token);
    }

    static Caller raw(URI base, String type, String name, String value) {
        return new Caller(base, type, name, value);
    }

    HttpResponse<String> send(String method, String path, String body) {
        return attempt(method, path, body).orElseThrow(() -> new AssertionError("No answer to " + method + " " + path));
    }

    /** Empty when the connection ended without an answer. */
    Optional<HttpResponse<String>> attempt(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(5))
                .header(credentialName, credential)
                .header("X-Request-ID", UUID.randomUUID().toString())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        try {
            return Optional.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        String whole = path.startsWith("http") ? path : base + path;
        return URI.create(whole.replace("[", "%5B").replace("]", "%5D"));
    }

    JsonNode get(String path) {
        return json(send("GET", path, null));
    }

    JsonNode call(String method, String path, String body) {
        return json(send(method, path, body.replace('\'', '"')));
    }

    int status(String method, String path, String body) {
        return send(method, path, body == null ? null : body.replace('\'', '"')).statusCode();
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + response.statusCode() + " " + response.body(), e);
        }
    }
}
