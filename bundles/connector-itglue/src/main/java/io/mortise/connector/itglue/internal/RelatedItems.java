package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Write;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Writable;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.RelatedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Links between records. They are shown with either end, one record at a time; here a link belongs to the end whose
 * resource comes first among {@link #SOURCES}, of two equal ones to that of the smaller id.
 */
final class RelatedItems {
    /** Those that lists can be asked below. */
    private static final List<Parents> SOURCES =
            List.of(Parents.CONFIGURATIONS, Parents.CONTACTS, Parents.LOCATIONS, Parents.PASSWORDS);

    private static final String TAGGED = "It follows from a field of the other end";
    private static final Writable NOTE = Writable.of(RelatedItem.TYPE, RelatedItem.NOTE);
    private static final Writable NEW = NOTE.and(RelatedItem.ITEM, RelatedItem.RELATED);
    private static final String ITEM = "@item";

    static final Mapping MAPPING = Mapping.empty()
            .shown(RelatedItem.RELATED, "resource-id", RelatedItems::end)
            .shown(RelatedItem.LABEL, "name")
            .shown(RelatedItem.KIND, "resource-type-name")
            .shown(RelatedItem.PAGE, "resource-url")
            .text(RelatedItem.NOTE, "notes")
            .shownFlag(RelatedItem.ARCHIVED, "archived");

    private final Api api;

    RelatedItems(Api api) {
        this.api = api;
    }

    Lane lane() {
        return Lane.of(RelatedItem.TYPE)
                .feeds(SOURCES.stream()
                        .map(source ->
                                Feed.under(source.type(), q -> below(source, q)).quiet())
                        .toArray(Feed[]::new))
                .fetch(this::fetch)
                .create(NEW.only(this::create), NEW.array())
                .needs(RelatedItem.ITEM, RelatedItem.RELATED)
                .update(NOTE.only(this::update), NOTE.array())
                .remove(this::remove)
                .find(this::find, RelatedItem.ITEM, RelatedItem.RELATED);
    }

    private Page below(Parents source, Query q) throws Fault {
        String id = q.parent().map(Ref::id).orElseThrow();
        int from = q.cursor().isStart() ? 0 : Place.read(q.cursor(), 1).number(0);
        List<Observation> all = sight(source).list(own(source, id));
        int to = Math.min(from + q.limit(), all.size());
        List<Observation> some = all.subList(Math.min(from, to), to);
        return to == all.size() ? Page.last(some) : Page.more(some, Place.of(to).text());
    }

    /** The links of one record that belong to it. */
    private List<Json> own(Parents source, String id) throws Fault {
        return all(source, id).stream()
                .filter(row -> isFirst(source, id, row.at("attributes")))
                .toList();
    }

    private List<Json> all(Parents source, String id) throws Fault {
        Request show = Request.get(source.path(), id).query("include", "related_items");
        Json record = Included.beside(api.get(show));
        List<Json> all = new ArrayList<>();
        for (Json row : Included.of(record, "related-items")) all.add(row.with(ITEM, id));
        return all;
    }

    /** A tag is shown with the tagged record alone. */
    private static boolean isFirst(Parents source, String id, Json attributes) {
        return attributes.has("tagged-from")
                || end(attributes).map(other -> isFirst(source.ref(id), other)).orElse(true);
    }

    private static boolean isFirst(Ref one, Ref other) {
        int own = rank(one);
        int its = rank(other);
        if (its < 0) return true;
        return own != its ? own >= 0 && own < its : before(one.id(), other.id());
    }

    private static int rank(Ref end) {
        return Parents.of(end.type()).map(SOURCES::indexOf).orElse(-1);
    }

    private static boolean before(String one, String other) {
        return one.length() != other.length() ? one.length() < other.length() : one.compareTo(other) <= 0;
    }

    private static Optional<Ref> end(Json attributes) {
        Optional<String> id = Ids.read(attributes.at("resource-id").plain());
        String kind = attributes.at("asset-type").text().orElse("");
        return id.flatMap(end -> Ends.ref(kind, end));
    }

    private Observation fetch(String id) throws Fault {
        Parents.Place at = Parents.Place.read(id);
        for (Json row : all(at.parents(), at.parent()))
            if (Resource.id(row).equals(Optional.of(at.child())))
                return sight(at.parents()).fetched(row);
        throw Fault.of(Fault.Remedy.FORGET, "IT Glue has no such related item");
    }

    private Sight sight(Parents source) {
        return new Sight(RelatedItem.TYPE, row -> id(source, row), (row, unread) -> observe(source, row, unread));
    }

    private static Optional<String> id(Parents source, Json row) {
        return Resource.id(row)
                .flatMap(id -> row.at(ITEM).text().map(item -> source.resource() + "/" + item + "/" + id));
    }

    private static Observation observe(Parents source, Json row, Consumer<Field<?>> unread) {
        Json attributes = row.at("attributes");
        Fields fields = MAPPING.read(attributes, unread)
                .but()
                .set(RelatedItem.ITEM, source.ref(row.at(ITEM).text().orElseThrow()))
                .set(RelatedItem.TAGGED, attributes.has("tagged-from"))
                .set(EntityType.ACTIVE, true)
                .build();
        Observation seen = Observation.of(RelatedItem.TYPE, id(source, row).orElseThrow(), fields);
        return attributes.has("tagged-from") ? seen.locked(TAGGED, RelatedItem.NOTE, EntityType.ACTIVE) : seen;
    }

    /** It is made from the end that it belongs to here, whichever was named first. */
    private Observation create(Write w) throws Fault {
        Ref item = w.fields().get(RelatedItem.ITEM).orElseThrow();
        Ref related = w.fields().get(RelatedItem.RELATED).orElseThrow();
        boolean turned = !isFirst(item, related);
        Ref from = turned ? related : item;
        Ref to = turned ? item : related;
        Parents source = Parents.of(from.type()).orElseThrow();
        Json attributes = MAPPING.write(w.fields())
                .with("destination-type", Ends.written(to))
                .with("destination-id", Ends.id(to));
        Request request = Request.of("POST", source.path() + "/relationships/related_items", from.id());
        String id = sent(request, attributes).at("id").text().orElseThrow();
        return fetch(source.resource() + "/" + from.id() + "/" + id);
    }

    private Observation update(Write w) throws Fault {
        Parents.Place at = Parents.Place.read(w.id().orElseThrow());
        String path = at.parents().path() + "/relationships/related_items/{item}";
        sent(Request.of("PATCH", path, at.parent(), at.child()), MAPPING.write(w.fields()));
        return fetch(w.id().orElseThrow());
    }

    /** By its own id; IT Glue removes it from the other end as well. */
    private void remove(String id) throws Fault {
        Parents.Place at = Parents.Place.read(id);
        Json gone = Json.object()
                .with("type", "related-items")
                .with("attributes", Json.object().with("id", at.child()));
        Request request = Request.of("DELETE", at.parents().path() + "/relationships/related_items", at.parent());
        api.send(request, Resource.JSON_API, Json.object().with("data", Json.of(List.of(gone))), MAPPING);
    }

    private Json sent(Request request, Json attributes) throws Fault {
        Json data = Json.object().with("type", "related-items").with("attributes", attributes);
        return api.send(request, Resource.JSON_API, Json.object().with("data", data), MAPPING)
                .at("data");
    }

    private List<Observation> find(Fields like) throws Fault {
        Optional<Ref> item = like.get(RelatedItem.ITEM);
        Optional<Ref> related = like.get(RelatedItem.RELATED);
        if (item.isEmpty() || related.isEmpty()) return List.of();
        boolean turned = !isFirst(item.get(), related.get());
        Ref from = turned ? related.get() : item.get();
        Optional<Ref> to = turned ? item : related;
        Optional<Parents> source = Parents.of(from.type());
        if (source.isEmpty()) return List.of();
        return sight(source.get()).list(all(source.get(), from.id())).stream()
                .filter(seen -> seen.fields().get(RelatedItem.RELATED).equals(to))
                .toList();
    }
}
