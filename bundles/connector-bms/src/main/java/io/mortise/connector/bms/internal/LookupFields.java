package io.mortise.connector.bms.internal;

import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Lookup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an entry of a list shows. Whether a status closes its ticket isn't among it: what the numbers of its types mean
 * isn't published, so that an admin says it.
 */
final class LookupFields {
    static final String STATUS = "ticketStatus";
    /** The tenant's own fields of tickets, and what some of them can be. */
    static final String FIELD = "ticketField";

    static final String OPTION = "ticketFieldOption";
    /** Unless an admin says otherwise. */
    private static final List<String> CLOSED = List.of("completed", "closed", "cancelled", "canceled", "resolved");
    /** Not BMS's: where a row comes from. */
    private static final String LIST = "@list";

    private static final String PARENT = "@parent";
    private static final String PLACE = "@place";
    private static final String IS_CLOSED = "@closed";
    private static final String FLAGS = "@flags";
    private static final String CODE = "@code";

    private static final Map<String, String> FLAG_NAMES = Map.of(
            "IsSystemStatus", "system",
            "IsSystem", "system",
            "IsClient", "client",
            "IsVendor", "vendor",
            "Billable", "billable",
            "IsExternal", "external",
            "IsRequired", "required");

    static final Mapping MAPPING = Mapping.empty()
            .shown(Lookup.LIST, LIST)
            .shown(Lookup.LABEL, "Name")
            .shown(
                    Lookup.PARENT,
                    PARENT,
                    row -> row.at(PARENT, "name").text().map(name -> new Choice(Seen.id(row.at(PARENT)), name)))
            .shown(Lookup.ORDER, PLACE, LookupFields::order)
            .shown(Lookup.COLOR, "Color")
            .shown(Lookup.FORE_COLOR, "FontColor")
            .shownFlag(Lookup.DEFAULT, "IsDefault")
            .shownFlag(Lookup.CLOSED, IS_CLOSED)
            .shownFlag(EntityType.ACTIVE, "IsActive")
            .shown(Lookup.CODE, CODE)
            .shown(Lookup.FLAGS, FLAGS, LookupFields::flags);

    private final List<String> closed;

    /** @param closed how the names of statuses begin that close a ticket, with commas; "" for the usual ones */
    LookupFields(String closed) {
        List<String> said = Stream.of(closed.split(","))
                .map(LookupFields::folded)
                .filter(name -> !name.isEmpty())
                .toList();
        this.closed = said.isEmpty() ? CLOSED : said;
    }

    /** The rows of a list, each with what it can't say of itself. */
    List<Json> own(String list, List<Json> rows) {
        List<Json> own = new ArrayList<>();
        for (Json row : rows) {
            Json named = row.with(LIST, list).with(PLACE, own.size() + 1);
            boolean flagged = FLAG_NAMES.keySet().stream().anyMatch(row::has);
            if (flagged) named = named.with(FLAGS, true);
            if (list.equals(FIELD)) named = named.with(CODE, Seen.maybe(row).map(CustomFields::code));
            own.add(list.equals(STATUS) ? named.with(IS_CLOSED, closes(row)) : named);
        }
        if (list.equals(FIELD)) for (Json row : rows) own.addAll(options(row));
        return own;
    }

    private List<Json> options(Json field) {
        return own(OPTION, field.at("Settings").items()).stream()
                .map(option -> below(option, field))
                .toList();
    }

    private boolean closes(Json row) {
        String name = folded(row.at("Name").text().orElse(""));
        return closed.stream().anyMatch(name::startsWith);
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    static Json below(Json row, Json parent) {
        return row.with(PARENT, parent);
    }

    static Optional<String> id(Json row) {
        String list = row.at(LIST).text().orElseThrow();
        Optional<String> parent = row.at(PARENT).isNone() ? Optional.empty() : Seen.maybe(row.at(PARENT));
        return Ids.read(row.at("id"))
                .map(id -> list + parent.map(of -> "/" + of).orElse("") + "/" + id);
    }

    /** Its own number where it has one, else its place in the list. */
    private static Optional<Long> order(Json row) {
        Json own = row.at("StatusOrder");
        return Optional.of(own.isNone() ? row.at(PLACE).number(0) : own.number(0));
    }

    private static Optional<Set<String>> flags(Json row) {
        Set<String> flags = new LinkedHashSet<>();
        FLAG_NAMES.forEach((name, flag) -> {
            if (row.at(name).flag()) flags.add(flag);
        });
        return flags.isEmpty() ? Optional.empty() : Optional.of(flags);
    }
}
