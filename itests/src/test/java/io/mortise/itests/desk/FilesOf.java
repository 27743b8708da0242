package io.mortise.itests.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Reply;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files of one ticket, over HTTP, as one person. */
record FilesOf(Http who, String ticket) {
    private String path() {
        return "/api/tickets/" + ticket + "/attachments";
    }

    /** @param key under which it counts once */
    Reply give(String name, String text, String key) {
        return give(name, "text/plain", text, key);
    }

    Reply give(String name, String mime, String text, String key) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return who.with("Content-Type", mime)
                .with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .with("Idempotency-Key", key)
                .send("POST", path(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Those of this name. */
    List<JsonNode> named(String name) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode file : ServiceDesk.ok(who.get(path() + "?limit=200")).items())
            if (file.at("/fields/fileName").asText().equals(name)) found.add(file);
        return found;
    }

    /** Is there one of this name, and is it where its ticket is? */
    boolean arrived(String name) {
        List<JsonNode> all = named(name);
        return all.size() == 1 && all.get(0).path("state").asText().equals("there");
    }

    HttpResponse<byte[]> content(JsonNode file) {
        return who.raw("GET", file.path("content").asText());
    }

    String text(JsonNode file) {
        return new String(content(file).body(), StandardCharsets.UTF_8);
    }

    Reply discard(JsonNode file) {
        return who.delete(path() + "/" + file.path("id").asText());
    }

    Reply retry(JsonNode file) {
        return who.post(path() + "/" + file.path("id").asText() + "/retry", "");
    }
}
