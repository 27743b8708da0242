package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Chain;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What hangs on records and is listed with them alone: their attachments, their network interfaces. A change of the
 * record that it hangs on shows it soon; whether a change of its own moves that record isn't known, so that it may wait
 * for the next sweep.
 *
 * @param parent the field that names what it hangs on
 * @param relation as IT Glue calls it: {@code attachments}
 */
record Children(
        Api api, Clock clock, EntityType type, Field<Ref> parent, String relation, Mapping mapping, List<Parents> on) {
    /** Gateways give up on large pages with much beside them. */
    private static final int PAGE = 100;

    private static final String PARENT = "@parent";

    List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>();
        feeds.add(Chain.of(on.stream().map(p -> of(p).sweep()).toList()));
        for (Parents each : on) feeds.add(of(each).newest().named("changes-" + each.resource()));
        return feeds;
    }

    private Feeds of(Parents parents) {
        Request list = Request.get("/" + parents.resource()).query("include", include());
        return new Feeds(new Feeds.Source(api, list, PAGE, false, rows -> shown(parents, rows)), clock, "id");
    }

    private String include() {
        return relation.replace('-', '_');
    }

    private List<Observation> shown(Parents parents, List<Json> rows) throws Fault {
        List<Json> children = new ArrayList<>();
        for (Json row : rows) children.addAll(children(row));
        return sight(parents).list(children);
    }

    private List<Json> children(Json row) throws Fault {
        String id = Resource.id(row).orElse("");
        return Included.of(row, relation).stream()
                .map(child -> child.with(PARENT, id))
                .toList();
    }

    Observation fetch(String id) throws Fault {
        Parents.Place at = Parents.Place.read(id);
        return sight(at.parents()).fetched(row(id));
    }

    /** What was made of a save below a parent. */
    Observation saved(Parents.Place at, Json row) throws Fault {
        return sight(at.parents()).saved(row.with(PARENT, at.parent()));
    }

    /** As IT Glue shows it beside what it hangs on. */
    Json row(String id) throws Fault {
        Parents.Place at = Parents.Place.read(id);
        Request show = Request.get(at.parents().path(), at.parent()).query("include", include());
        Json row = Included.beside(api.get(show));
        for (Json child : children(row)) if (id(at.parents(), child).equals(Optional.of(id))) return child;
        throw Fault.of(Fault.Remedy.FORGET, "IT Glue has no such record");
    }

    private Sight sight(Parents parents) {
        return new Sight(
                type,
                child -> id(parents, child),
                Resource::changedAt,
                (child, unread) -> observe(parents, child, unread));
    }

    private static Optional<String> id(Parents parents, Json child) {
        return Resource.id(child)
                .or(() -> child.at("attributes", "id").text())
                .flatMap(id -> child.at(PARENT).text().map(on -> parents.resource() + "/" + on + "/" + id));
    }

    private Observation observe(Parents parents, Json child, Consumer<Field<?>> unread) {
        Json attributes = child.at("attributes");
        Ref on = parents.ref(child.at(PARENT).text().orElseThrow());
        Observation seen = Observation.of(
                type,
                id(parents, child).orElseThrow(),
                mapping.read(attributes, unread).but().set(parent, on).build());
        return Resource.told(seen, child);
    }
}
