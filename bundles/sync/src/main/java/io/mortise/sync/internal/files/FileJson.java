package io.mortise.sync.internal.files;

import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.sync.internal.files.KeptFile.About;
import io.mortise.sync.internal.files.KeptFile.Standing;
import io.mortise.sync.internal.files.KeptFile.State;
import io.mortise.sync.internal.files.KeptFile.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A kept file as a document. */
record FileJson(Json json) {
    String write(KeptFile file) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", file.about().name());
        out.put("mime", file.about().mime());
        out.put("size", file.about().size());
        out.put("sha256", file.about().sha256());
        out.put(
                "by",
                Map.of(
                        "id",
                        file.by().id(),
                        "name",
                        file.by().name(),
                        "email",
                        file.by().email()));
        out.put("at", file.at());
        out.put("state", file.standing().state().name());
        out.put("why", file.standing().why());
        out.put("next", file.standing().next());
        out.put("tries", file.standing().tries());
        out.put("inTurn", file.standing().inTurn());
        out.put("left", file.trace().left());
        out.put("before", file.trace().before());
        out.put("connection", file.trace().connection());
        out.put("remoteId", file.trace().remoteId());
        out.put("record", file.trace().record());
        return json.write(out);
    }

    KeptFile read(Document document) {
        Map<String, Object> in = json.read(document.json());
        Map<?, ?> by = (Map<?, ?>) in.get("by");
        return new KeptFile(
                document.name().key(),
                document.name().owner(),
                document.version(),
                new About(text(in, "name"), text(in, "mime"), number(in, "size"), text(in, "sha256")),
                new Giver(text(by, "id"), text(by, "name"), text(by, "email")),
                number(in, "at"),
                new Standing(
                        State.valueOf(text(in, "state")),
                        text(in, "why"),
                        number(in, "next"),
                        (int) number(in, "tries"),
                        (Boolean) in.get("inTurn")),
                new Trace(
                        number(in, "left"),
                        ((List<?>) in.get("before"))
                                .stream().map(String.class::cast).toList(),
                        text(in, "connection"),
                        text(in, "remoteId"),
                        text(in, "record")));
    }

    private static String text(Map<?, ?> in, String name) {
        return (String) in.get(name);
    }

    private static long number(Map<?, ?> in, String name) {
        return ((Number) in.get(name)).longValue();
    }
}
