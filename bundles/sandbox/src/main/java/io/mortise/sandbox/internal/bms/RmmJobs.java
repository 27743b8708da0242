package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Handler;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.util.List;
import java.util.function.BiFunction;

/** Pushes of an RMM: an array goes in, a job id comes back, and its status says what each item came to. */
final class RmmJobs {
    private static final String TABLE = "rmmjobs";

    private final Office office;

    RmmJobs(Office office) {
        this.office = office;
    }

    /** An item that is refused says so in its detail and leaves the others alone. */
    Handler each(String what, BiFunction<Request, JsonNode, ObjectNode> work) {
        return office.answered(request -> {
            if (!request.json().isArray()) {
                throw Refusal.invalid("The body must be an array.");
            }
            ObjectNode job = Json.object().put("jobStatus", Guesses.JOB_DONE).put("actionType", 0);
            ArrayNode details = job.putArray("details");
            for (JsonNode item : request.json()) {
                details.add(outcome(request, item, work));
            }
            Row row = office.store().insert(TABLE, job.put("what", what));
            return Envelope.result(Json.object().put("jobId", row.id()));
        });
    }

    private ObjectNode outcome(Request request, JsonNode item, BiFunction<Request, JsonNode, ObjectNode> work) {
        try {
            return work.apply(request, item);
        } catch (Refusal refusal) {
            return detail(item).put("statusCode", "400").put("statusMessage", refusal.getMessage());
        }
    }

    ObjectNode detail(JsonNode item) {
        ObjectNode detail = Json.object().put("statusCode", "200").put("statusMessage", "OK");
        return detail.put("transactionId", Row.text(Fields.read(item, List.of("transactionId")), "transactionId"));
    }

    Response shown(Request request) {
        Row row = office.records().find(TABLE, "Job", request.var("jobId"));
        ObjectNode job = Json.object();
        job.set("jobId", Json.value(Long.parseLong(row.id())));
        for (String field : Fields.names("jobStatus actionType details")) {
            job.set(field, row.get(field));
        }
        return Envelope.result(job);
    }
}
