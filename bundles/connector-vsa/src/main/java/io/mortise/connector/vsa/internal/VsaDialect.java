package io.mortise.connector.vsa.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Dialect;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Statuses;
import io.mortise.model.Field;
import java.util.Map;

/** VSA answers with a {@code ResponseCode} beside the status, and sometimes with a failing one inside a 200. */
final class VsaDialect implements Dialect {
    private static final int OK_UNTIL = 299;
    private static final int PER_STATUS = 10_000;
    private static final Statuses STATUSES = Statuses.none()
            .means(
                    401,
                    Remedy.SIGN_IN,
                    "VSA doesn't accept this user and access token, or its session has ended",
                    "password")
            .means(
                    403,
                    Remedy.ASK_ADMIN,
                    "VSA says forbidden: the role or the scope of this VSA user doesn't allow that; it needs Master or"
                            + " System for both",
                    "user")
            .means(404, Remedy.FORGET, "VSA has no such record");

    @Override
    public boolean failsInSuccess() {
        return true;
    }

    @Override
    public Statuses statuses() {
        return STATUSES;
    }

    /** The envelope, or what is left of it where a record is missing; others write error in small letters. */
    @Override
    public boolean isOwn(Json body) {
        return body.has("ResponseCode") || body.has("Result") || body.names().contains("Error");
    }

    @Override
    public String why(Json body) {
        return body.at("Error").text().filter(word -> !word.equals("None")).orElse("");
    }

    /** Nothing is written. */
    @Override
    public Map<Field<?>, String> refused(Json body, Mapping mapping) {
        return Map.of();
    }

    /** 4030001 is a kind of 403. */
    @Override
    public Json content(Request request, Json body, Mapping mapping) throws Fault {
        long code = body.at("ResponseCode").number(0);
        int status = (int) (code >= PER_STATUS ? code / PER_STATUS : code);
        if (status <= OK_UNTIL) return body;
        if (status >= 500) throw Fault.of(Remedy.RETRY, Api.sentence("VSA failed", why(body)));
        Statuses.Meaning meaning = STATUSES.of(status);
        Fault fault = Fault.of(meaning.remedy(), Api.sentence(meaning.sentence(), why(body)));
        throw meaning.setting().isEmpty() ? fault : fault.about(meaning.setting());
    }
}
