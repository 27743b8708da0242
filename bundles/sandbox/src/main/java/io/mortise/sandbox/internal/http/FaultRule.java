package io.mortise.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A fault to be played.
 *
 * @param every strikes each Nth matching request; 0 where a probability rules
 * @param times how often it may strike before it is spent; 0 means without end
 * @param mode of a truncated page: {@code rows} drops half of the rows, {@code cut} breaks the body; empty alternates;
 *     of a 429: {@code bare} leaves Retry-After out
 */
record FaultRule(
        String kind, int every, double probability, Pattern path, String method, int times, int millis, String mode) {

    private static final List<String> KINDS = List.of(
            "429",
            "500",
            "504",
            "timeout-before",
            "timeout-after",
            "truncated-page",
            "blackhole",
            "stall-body",
            "latency");
    private static final Set<String> SILENT = Set.of("blackhole", "stall-body");
    private static final int SILENT_MILLIS = 60_000;

    static FaultRule read(ObjectNode json) {
        String kind = json.path("kind").asText();
        if (!KINDS.contains(kind)) {
            throw new BadRequest("kind must be one of " + KINDS);
        }
        int every = json.path("every").asInt(0);
        double probability = json.path("probability").asDouble(0);
        if (every <= 0 == probability <= 0 || probability > 1) {
            throw new BadRequest("Give either every (1 or more) or probability (above 0, up to 1)");
        }
        int millis = json.path("millis").asInt(SILENT.contains(kind) ? SILENT_MILLIS : 0);
        return new FaultRule(
                kind,
                every,
                probability,
                pattern(json.path("path").asText("")),
                json.path("method").asText(""),
                json.path("times").asInt(0),
                millis,
                json.path("mode").asText(""));
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new BadRequest("path is no valid regular expression: " + e.getDescription(), e);
        }
    }

    boolean concerns(Request request) {
        boolean sameMethod = method.isEmpty() || method.equalsIgnoreCase(request.method());
        return sameMethod && path.matcher(request.path()).find();
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("kind", kind);
        if (every > 0) {
            json.put("every", every);
        } else {
            json.put("probability", probability);
        }
        json.put("path", path.pattern()).put("method", method);
        return json.put("times", times).put("millis", millis).put("mode", mode);
    }
}
