package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.http.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What comes beside records when it is asked for: linkage in each, the included records in a list of their own. */
final class Included {
    private Included() {}

    /** The answer's records; with those included, each of them holds its own. */
    static Json beside(Json answer) {
        Json data = answer.at("data");
        if (!answer.at("included").isList()) return data;
        Map<String, Json> all = new HashMap<>();
        for (Json each : answer.at("included").items()) all.put(key(each), each);
        if (!data.isList()) return joined(data, all);
        return Json.of(data.items().stream().map(row -> joined(row, all)).toList());
    }

    /**
     * The included records of a relation, of a record that {@link #beside} gave.
     *
     * @throws Fault REPORT if it wasn't given: that isn't none
     */
    static List<Json> of(Json row, String relation) throws Fault {
        if (!row.at("relationships", relation, "data").isList())
            throw Fault.of(Fault.Remedy.REPORT, "IT Glue's answer lacks the " + relation + " that were asked for");
        return row.at("relationships", relation, "data").items().stream()
                .filter(each -> each.has("attributes"))
                .toList();
    }

    private static Json joined(Json row, Map<String, Json> all) {
        Json relations = row.at("relationships");
        for (String name : relations.names()) {
            Json links = relations.at(name, "data");
            if (!links.isList()) continue;
            List<Json> whole = new ArrayList<>();
            for (Json link : links.items())
                Stream.ofNullable(all.get(key(link))).forEach(whole::add);
            relations = relations.with(name, Json.object().with("data", whole));
        }
        return row.with("relationships", relations);
    }

    /** Some samples keep the id among the attributes. */
    private static String key(Json link) {
        String id = link.at("id")
                .text()
                .or(() -> link.at("attributes", "id").text())
                .orElse("");
        return link.at("type").text().orElse("") + "/" + id;
    }
}
