package io.mortise.web.internal.route;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mortise.api.Refusal;
import io.mortise.api.Routes.Shape;
import io.mortise.model.Content;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.web.internal.body.ContentBody;
import io.mortise.web.internal.body.EntityBody;
import io.mortise.web.internal.body.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;

/** Reads what came in, by the route's shape. */
final class Inputs {
    private Inputs() {}

    /** Null where nothing goes in. */
    static Object read(Gate.Pass pass, HttpServletRequest request, long version) throws IOException {
        Shape<?> in = pass.entry().route().in();
        if (in.equals(Shape.NOTHING)) return null;
        if (in.java() == Content.class) return ContentBody.read(request);
        JsonMapper mapper = pass.entry().owner().mapper();
        if (in.type().isEmpty()) return JsonBody.read(mapper, request, in.java());
        EntityType type = in.type().get();
        Map<?, ?> plain = JsonBody.read(mapper, request, Map.class);
        String id = pass.entry().path().lastHole().map(pass.holes()::get).orElse("new");
        if (id.isBlank()) throw new Refusal(Refusal.Reason.NOT_FOUND, "There is no such " + type.name() + ".");
        return new Entity(Ref.to(type, id), Math.max(version, 0), EntityBody.read(type, plain));
    }
}
