package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Remembered;
import io.mortise.model.Ticket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tenant's own fields on tickets. A list of tickets has them as a text in a text and a single ticket not at all, so
 * that they are asked for with it, where there are any. What their numbers of kinds mean isn't published: all are text.
 */
final class CustomFields {
    /** 22 stands for tickets; the numbers of other modules aren't published. */
    static final String DEFINITIONS = "/v2/system/customFields/22";

    private static final String VALUES = DEFINITIONS + "/{ticket}";
    private static final String VALUE = "/v2/system/customFields/data/22/{ticket}/{field}";
    private static final String CODE = "x.bms.";
    private static final Set<Remedy> NONE_THERE = Set.of(Remedy.ASK_ADMIN, Remedy.FORGET);

    private final Bms bms;
    private final Remembered<String, List<Json>> definitions;

    CustomFields(Bms bms, Clock clock) {
        this.bms = bms;
        this.definitions = new Remembered<>(clock, this::definitions);
    }

    /** A role that may not see them has none. */
    private List<Json> definitions(String path) throws Fault {
        try {
            return bms.whole(Request.get(path));
        } catch (Fault fault) {
            if (NONE_THERE.contains(fault.remedy())) return List.of();
            throw fault;
        }
    }

    static String code(String id) {
        return CODE + id;
    }

    /** By code, those that have a value; empty if the tenant has no such fields. */
    Optional<Map<String, Object>> of(String ticket) throws Fault {
        List<Json> defined = definitions.get(DEFINITIONS);
        return defined.isEmpty() ? Optional.empty() : Optional.of(values(ticket, defined.size()));
    }

    /** A list that lacks some may have been cut, which mustn't look as if somebody had cleared them. */
    private Map<String, Object> values(String ticket, int defined) throws Fault {
        List<Json> rows = bms.once(Request.get(VALUES, ticket));
        if (rows.size() < defined) rows = bms.whole(Request.get(VALUES, ticket));
        Map<String, Object> values = new TreeMap<>();
        for (Json row : rows)
            row.at("Data")
                    .text()
                    .ifPresent(data -> Ids.read(row.at("CustomFieldId")).ifPresent(id -> values.put(code(id), data)));
        return values;
    }

    /**
     * Each that was changed here, one after the other.
     *
     * @param before as they were seen when the change was decided; those that stand there now if empty
     */
    void write(String ticket, Optional<Map<String, Object>> before, Map<String, Object> wanted, Steps steps)
            throws Fault {
        Set<String> known = new TreeSet<>();
        for (Json field : definitions.get(DEFINITIONS)) Seen.maybe(field).ifPresent(id -> known.add(code(id)));
        if (!known.containsAll(wanted.keySet()))
            throw Fault.correct(
                    "BMS has no such field of tickets",
                    Map.of(Ticket.CUSTOM_FIELDS, "One of them is none of the fields that tickets have"));
        Map<String, Object> from = before.isPresent() ? before.get() : values(ticket, known.size());
        for (String code : known)
            if (!Objects.equals(from.get(code), wanted.get(code)))
                steps.then(() -> put(ticket, code, wanted.get(code)));
    }

    private Json put(String ticket, String code, Object value) throws Fault {
        Request request = Request.of("PUT", VALUE, ticket, code.substring(CODE.length()));
        Json body = Json.object().with("Value", value == null ? "" : value.toString());
        return bms.write(request, body, Mapping.empty());
    }
}
