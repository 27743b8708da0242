package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.FormData;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import java.util.Base64;

/** Reads a form with names like {@code data[attributes][attachment]} as the JSON body that says the same. */
final class Multipart {
    private Multipart() {}

    static ObjectNode json(Request request) {
        ObjectNode json = Json.object();
        FormData.read(request).parts().forEach(part -> add(json, part));
        return json;
    }

    private static void add(ObjectNode json, FormData.Part part) {
        String[] steps = part.name().replace("]", "").split("\\[");
        ObjectNode at = json;
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.path(steps[i]) instanceof ObjectNode inner ? inner : at.putObject(steps[i]);
        }
        String last = steps[steps.length - 1];
        if (part.fileName().isPresent()) {
            at.putObject(last)
                    .put("content", Base64.getEncoder().encodeToString(part.content()))
                    .put("file_name", part.fileName().get());
        } else {
            at.put(last, part.text());
        }
    }
}
