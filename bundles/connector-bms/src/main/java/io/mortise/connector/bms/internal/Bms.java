package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests to BMS and what their envelopes hold. */
record Bms(Api api) {
    /** At what may have been cut. */
    private static final int LOOKS = 4;

    private static final String JSON = "application/json";
    private static final String JSON_PATCH = "application/json-patch+json";

    /** One record, with or without an envelope. */
    Json one(Request request) throws Fault {
        return result(api.get(request));
    }

    /** A page of a list that tells its whole length. */
    Rows rows(Request list, int page, int size) throws Fault {
        return dated(list, page, size).rows();
    }

    /** @param at what BMS's own clock showed when it answered, if it told */
    record Dated(Rows rows, Optional<Instant> at) {}

    Dated dated(Request list, int page, int size) throws Fault {
        Api.Answer answer = api.answer(list.query("PageNumber", page).query("PageSize", size), Mapping.empty());
        Json content = answer.content();
        Rows rows = Rows.of(content.at("result"), page, size, content.at("totalRecords"));
        return new Dated(rows, answer.time());
    }

    /** What a list with filters shows, active or not: without {@code Filter.IsActive} it may hide some. */
    List<Json> found(Request list) throws Fault {
        List<Json> found = new ArrayList<>();
        for (boolean active : new boolean[] {true, false}) {
            Request some = list.query("Filter.IsActive", active);
            found.addAll(Rows.all(page -> rows(some, page, Feeds.PAGE)));
        }
        return found;
    }

    /** A list that doesn't tell its length, as it comes: it may have been cut. */
    List<Json> once(Request list) throws Fault {
        return Rows.list(one(list));
    }

    /** A list that doesn't tell its length: believed when it comes no shorter a second time, since an answer may be cut. */
    List<Json> whole(Request list) throws Fault {
        List<Json> once = once(list);
        for (int again = 0; again < LOOKS; again++) {
            List<Json> twice = once(list);
            if (twice.size() >= once.size()) return twice;
            once = twice;
        }
        throw Fault.of(Remedy.RETRY, "A list of BMS is shorter each time it is read");
    }

    Json write(Request request, Json body, Mapping mapping) throws Fault {
        return result(api.send(request, JSON, body, mapping));
    }

    /** Sets the attributes of {@code values}, one JSON-Patch operation for each. */
    Json patch(Request request, Json values, Mapping mapping) throws Fault {
        var operations = values.names().stream()
                .map(name -> Json.object()
                        .with("op", "replace")
                        .with("path", "/" + name)
                        .with("value", values.at(name)))
                .toList();
        return result(api.send(request, JSON_PATCH, Json.of(operations), mapping));
    }

    static Json result(Json answer) {
        return answer.has("success") ? answer.at("result") : answer;
    }
}
