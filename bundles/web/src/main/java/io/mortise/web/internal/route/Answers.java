package io.mortise.web.internal.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.api.Slice;
import io.mortise.model.Content;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.web.internal.body.Disposition;
import io.mortise.web.internal.http.Replies;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes what a handler answered, by the route's shape. */
final class Answers {
    private Answers() {}

    static void write(Entry entry, Object answer, HttpServletResponse response) throws IOException {
        Route<?, ?> route = entry.route();
        JsonMapper mapper = entry.owner().mapper();
        Shape<?> out = route.out();
        if (out.equals(Shape.NOTHING)) {
            response.setStatus(204);
            return;
        }
        if (answer == null) throw new IllegalStateException(route.method() + " " + route.path() + " answered null");
        if (answer instanceof Content content) {
            stream(content, response);
            return;
        }
        JsonNode json = mapper.valueToTree(out.list() ? list(out.type(), (Slice<?>) answer) : one(out.type(), answer));
        if (!out.list() && json.path("version").isIntegralNumber()) {
            response.setHeader("ETag", IfMatch.tag(json.path("version").longValue()));
        }
        Replies.bytes(response, 200, "application/json", mapper.writeValueAsBytes(json));
    }

    private static Object one(Optional<EntityType> type, Object answer) {
        return type.isPresent() ? plain(type.get(), (Entity) answer) : answer;
    }

    private static Map<String, Object> list(Optional<EntityType> type, Slice<?> slice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("items", slice.items().stream().map(item -> one(type, item)).toList());
        json.put("next", slice.next().orElse(null));
        return json;
    }

    private static Map<String, Object> plain(EntityType type, Entity entity) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", entity.id());
        json.put("type", type.name());
        json.put("version", entity.version());
        json.put("lifecycle", entity.isActive() ? "ACTIVE" : "DEACTIVATED");
        entity.get(EntityType.CHANGED_AT).ifPresent(at -> json.put("changedAt", at.toString()));
        json.put("fields", entity.fields().plain(type));
        return json;
    }

    private static void stream(Content content, HttpServletResponse response) throws IOException {
        try (content) {
            response.setStatus(200);
            response.setContentType(content.mime());
            response.setHeader("Content-Disposition", Disposition.attachment(content.name()));
            if (content.size() >= 0) response.setContentLengthLong(content.size());
            copy(content.bytes(), response.getOutputStream());
        }
    }

    /** A source that breaks is our trouble, a browser that goes away is not: only the first isn't an IOException. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] some = new byte[16 * 1024];
        for (int n = next(from, some); n >= 0; n = next(from, some)) to.write(some, 0, n);
    }

    private static int next(InputStream from, byte[] into) {
        try {
            return from.read(into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
