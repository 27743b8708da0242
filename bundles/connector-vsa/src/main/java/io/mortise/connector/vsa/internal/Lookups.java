package io.mortise.connector.vsa.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Chain;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Sight;
import io.mortise.model.Field;
import io.mortise.model.Lookup;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** VSA's two short lists, entry by entry. An id here names the list as well: {@code configurationType/1}. */
final class Lookups {
    private static final String LIST = "@list";
    private static final String ID = "@id";

    /** @param name the attribute with an entry's name */
    private record Source(String list, String path, String id, String name) {
        Json own(Json row) {
            return row.with(LIST, list)
                    .with(ID, Ids.read(row.at(id)).map(key -> list + "/" + key))
                    .with(Lookups.NAME, row.at(name));
        }
    }

    private static final String NAME = "@name";

    static final Mapping MAPPING = Mapping.empty().shown(Lookup.LIST, LIST).shown(Lookup.LABEL, NAME);

    private static final List<Source> SOURCES = List.of(
            new Source("organizationType", "/system/orgs/types", "OrgTypeId", "OrgTypeName"),
            new Source("configurationType", "/assetmgmt/assettypes", "AssetTypeId", "AssetTypeName"));

    private final Vsa vsa;
    private final Sight sight = new Sight(Lookup.TYPE, Lookups::id, Lookups::observe);

    Lookups(Vsa vsa) {
        this.vsa = vsa;
    }

    Lane lane() {
        Feed sweep = Chain.ofReadable(SOURCES.stream().map(this::sweep).toList());
        return Lane.of(Lookup.TYPE).feeds(sweep.seldom()).fetch(this::fetch);
    }

    private Feed sweep(Source source) {
        return Feed.sweep(q -> vsa.sweep(q, source.path(), source.id(), rows -> shown(source, rows.items())));
    }

    private List<Observation> shown(Source source, List<Json> rows) {
        return sight.list(rows.stream().map(source::own).toList());
    }

    /** One alone can't be asked for. */
    private Observation fetch(String id) throws Fault {
        for (Source source : SOURCES)
            if (id.startsWith(source.list() + "/"))
                for (Observation seen : all(source)) if (seen.ref().id().equals(id)) return seen;
        throw Fault.of(Fault.Remedy.FORGET, "VSA has no such entry in its list");
    }

    private List<Observation> all(Source source) throws Fault {
        return shown(source, Rows.all(page -> vsa.page(source.path(), source.id(), page, Vsa.PAGE)));
    }

    private static Optional<String> id(Json row) {
        return row.at(ID).text();
    }

    private static Observation observe(Json row, Consumer<Field<?>> unread) {
        return Observation.of(Lookup.TYPE, id(row).orElseThrow(), MAPPING.read(row, unread));
    }
}
