package io.mortise.connector.continuum.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.http.Api.Answer;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Endpoints as they come: by category, in groups of a company and a site.
 *
 * @param rows the endpoints, each with the ids of its group
 * @param next where the list goes on
 */
record Endpoints(List<Json> rows, OptionalInt next) {
    /** At most fifteen. What isn't named is left out, but for what every endpoint shows. */
    static final String FIELDS = "friendlyName,deviceName,endpointType,ipAddress,macAddress,system,os,bios";

    private static final List<String> CATEGORIES = List.of("platform", "network", "cloud");
    private static final Pattern NEXT = Pattern.compile("<[^>]*[?&]cursor=(\\d{1,9})[^>]*>\\s*;\\s*rel=\"?next\"?");

    static Endpoints of(Answer answer) throws Fault {
        List<Json> rows = new ArrayList<>();
        for (String category : CATEGORIES)
            for (Json group : groups(answer.content(), category))
                for (Json row : Rows.list(group.at("endpoints"))) rows.add(placed(row, group));
        return new Endpoints(rows, next(answer.response().header("Link")));
    }

    /** A category without endpoints may be left out; an answer with none of them is no answer. */
    private static List<Json> groups(Json content, String category) throws Fault {
        if (CATEGORIES.stream().noneMatch(content::has))
            throw Fault.of(Remedy.REPORT, "The answer holds no endpoints, not even none");
        return content.has(category) ? Rows.list(content.at(category)) : List.of();
    }

    private static Json placed(Json row, Json group) {
        Json placed = row;
        for (String id : List.of("companyID", "siteID")) if (group.has(id)) placed = placed.with(id, group.at(id));
        return placed;
    }

    private static OptionalInt next(Optional<String> link) throws Fault {
        if (link.isEmpty() || !link.get().contains("next")) return OptionalInt.empty();
        Matcher next = NEXT.matcher(link.get());
        if (!next.find()) throw Fault.of(Remedy.REPORT, "A list goes on, but it isn't told where");
        return OptionalInt.of(Integer.parseInt(next.group(1)));
    }
}
