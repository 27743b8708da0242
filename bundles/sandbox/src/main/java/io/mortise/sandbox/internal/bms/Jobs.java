package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Background jobs. The work is done before their id is given, so that the first poll finds them ended. */
final class Jobs {
    private static final String TABLE = "jobs";

    private final Office office;

    Jobs(Office office) {
        this.office = office;
    }

    void addTo(Router routes) {
        routes.read("/v2/system/schedulerJobs/{jobId}/status", office.answered(this::status));
        routes.read("/v2/servicedesk/tickets/logs/{jobId}", office.answered(this::logs));
        routes.read("/v2/system/batchAction/logs/{jobId}", office.answered(this::logs));
    }

    String done(String what) {
        return office.store().insert(TABLE, Json.object().put("name", what)).id();
    }

    private Row job(Request request) {
        return office.records().find(TABLE, "Job", request.var("jobId"));
    }

    private Response status(Request request) {
        ObjectNode job = Json.object().put("name", Guesses.JOB_DONE);
        job.put("reason", job(request).text("name")).putObject("data");
        return Envelope.result(job);
    }

    private Response logs(Request request) {
        Row job = job(request);
        UUID id = UUID.nameUUIDFromBytes(job.id().getBytes(StandardCharsets.UTF_8));
        ObjectNode log = Json.object().put("id", id.toString()).put("type", 0);
        log.put("action", job.text("name")).put("message", "Finished");
        log.put("date", job.createdAt().toString());
        return Envelope.page(Json.array().add(log), 1);
    }
}
