package io.mortise.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A started sandbox as a client of IT Glue meets it, by key and by user. */
final class Glue implements AutoCloseable {
    static final String TYPE = "application/vnd.api+json";

    final Sandbox sandbox;
    final Caller key;
    final Caller control;

    private Glue(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.key = Caller.itGlue(sandbox);
        this.control = Caller.control(sandbox.itGlue());
    }

    static Glue start() throws IOException {
        return start(SandboxOptions.inMemory().withScale(0.2));
    }

    static Glue start(SandboxOptions options) throws IOException {
        return new Glue(Sandbox.start(options));
    }

    JsonNode login(String email, String password) {
        String body = "{'user':{'email':'" + email + "','password':'" + password + "','otp_attempt':''}}";
        return control.call("POST", "/login?generate_jwt=1&sso_disabled=1", body);
    }

    Caller user(String name) {
        String token = login(name + "@sandbox.example", "sandbox").path("token").asText();
        return Caller.raw(sandbox.itGlue(), TYPE, "Authorization", "Bearer " + token);
    }

    JsonNode first(String path) {
        return key.get(path + (path.contains("?") ? "&" : "?") + "page[size]=1").at("/data/0");
    }

    String id(String path) {
        return first(path).path("id").asText();
    }

    /** Changes a switch of the account, as a person does. */
    void set(String settings) {
        String id = control.get("/_sandbox/records/settings").at("/items/0/id").asText();
        if (control.status("PATCH", "/_sandbox/records/settings/" + id, settings) != 200) {
            throw new AssertionError("No such setting: " + settings);
        }
    }

    /** A row of the list whose attributes hold this text in this attribute. */
    JsonNode where(String path, String attribute, String value) {
        for (JsonNode row : key.get(path).get("data")) {
            if (row.at("/attributes/" + attribute).asText().equals(value)) {
                return row;
            }
        }
        throw new AssertionError("No " + attribute + " " + value + " in " + path);
    }

    static String one(String type, String attributes) {
        return "{'data':" + item(type, attributes) + "}";
    }

    static String item(String type, String attributes) {
        return "{'type':'" + type + "','attributes':{" + attributes + "}}";
    }

    static String many(String... items) {
        return "{'data':[" + String.join(",", items) + "]}";
    }

    static List<String> ids(JsonNode list) {
        return texts(list, "/id");
    }

    static List<String> texts(JsonNode list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.at(pointer).asText()));
        return texts;
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
    }
}
