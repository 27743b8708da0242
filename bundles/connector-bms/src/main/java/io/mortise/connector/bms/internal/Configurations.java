package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Write;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Words;
import io.mortise.model.Configuration;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Hardware assets: a list with few columns, one by one in full, and written only as a whole. */
final class Configurations {
    private static final String ROOT = "/v2/servicedesk/hardwareasset";
    private static final String LIST = ROOT + "/searchselect";
    private static final int NEW = -1;

    private final Bms bms;
    private final Lists lists;
    private final WebPages pages;
    private final Sight rows = new Sight(Configuration.TYPE, Seen::maybe, this::listed);
    private final Sight whole = new Sight(Configuration.TYPE, Seen::maybe, this::observe);

    Configurations(Bms bms, Lists lists, WebPages pages) {
        this.bms = bms;
        this.lists = lists;
        this.pages = pages;
    }

    Lane lane() {
        return Lane.of(Configuration.TYPE)
                .feeds(Feed.sweep(this::sweep))
                .fetch(id -> whole.fetched(row(id)))
                .create(AssetFields.CREATED.only(this::create), AssetFields.CREATED.array())
                .needs(Configuration.ORGANIZATION, Configuration.KIND, Configuration.NAME)
                .update(AssetFields.CHANGED.only(this::update), AssetFields.CHANGED.array())
                .shows(Configuration.MANUFACTURER, Words::folded)
                .find(this::find, Configuration.SERIAL, Configuration.NAME)
                .choices(Configuration.KIND, any -> lists.choices(Lists.CATEGORIES))
                .choices(Configuration.STATUS, any -> lists.choices(Lists.STATES));
    }

    /**
     * The list doesn't tell how long it is, and a page may have been cut. A short page is the end once it is no shorter
     * when it is asked for again; it may have grown. Cursor: active, page, how many rows it had last time (-1 if it is
     * new), how many of them were given.
     */
    private Page sweep(Query q) throws Fault {
        Place at = q.cursor().isStart() ? Place.of(true, 1, NEW, 0) : Place.read(q.cursor(), 4);
        boolean active = Boolean.parseBoolean(at.text(0));
        int page = at.number(1);
        int size = Math.min(Feeds.PAGE, q.limit());
        List<Json> list = page(active, page, size);
        int given = Math.max(at.number(3), list.size());
        List<Observation> rest = rows.list(list.subList(Math.min(at.number(3), list.size()), list.size()));
        if (list.size() >= size)
            return Page.more(rest, Place.of(active, page + 1, NEW, 0).text());
        boolean again = at.number(2) == NEW || list.size() < at.number(2);
        if (again)
            return Page.more(rest, Place.of(active, page, list.size(), given).text());
        return active ? Page.more(rest, Place.of(false, 1, NEW, 0).text()) : Page.last(rest);
    }

    private List<Json> page(boolean active, int page, int size) throws Fault {
        return page(Request.get(LIST).query("Filter.IsActive", active), page, size);
    }

    private List<Json> page(Request list, int page, int size) throws Fault {
        return Rows.list(bms.one(list.query("PageNumber", page).query("PageSize", size)));
    }

    private Json row(String id) throws Fault {
        return bms.one(Request.get(ROOT + "/{id}", id));
    }

    private Observation listed(Json row, Consumer<Field<?>> unread) {
        String id = Seen.id(row);
        return Seen.of(Configuration.TYPE, id, AssetFields.ROW, row, unread)
                .page(pages.asset(id))
                .partial();
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        String id = Seen.id(row);
        return Seen.of(Configuration.TYPE, id, AssetFields.ALL, row, unread).page(pages.asset(id));
    }

    private Observation create(Write w) throws Fault {
        Json body = body(w.fields(), true);
        if (w.fields().get(Configuration.LOCATION).isEmpty())
            body = body.with("AccountLocationId", Locations.mainOf(bms, body, "AccountId"));
        return whole.saved(bms.write(Request.of("POST", ROOT), body, AssetFields.ALL));
    }

    /** The whole asset as it is now, with the changes laid over it: a put blanks what it leaves out. */
    private Observation update(Write w) throws Fault {
        String id = w.id().orElseThrow();
        Json changes = body(w.fields(), false);
        Json now = row(id);
        Json all = Json.object();
        for (String name : AssetFields.PUT) if (now.has(name)) all = all.with(name, now.at(name));
        for (String name : changes.names()) all = all.with(name, changes.at(name));
        if (all.at("AccountLocationId").isNone())
            all = all.with("AccountLocationId", Locations.mainOf(bms, all, "AccountId"));
        return whole.saved(bms.write(Request.of("PUT", ROOT + "/{id}", id), all, AssetFields.ALL));
    }

    /** @param lenient a manufacturer that the list lacks is left out: better a new asset without it than none */
    private Json body(Fields fields, boolean lenient) throws Fault {
        Json body = AssetFields.ALL.write(fields);
        if (!fields.mentions(Configuration.MANUFACTURER)) return body;
        Optional<String> name = fields.get(Configuration.MANUFACTURER);
        Optional<String> id = name.isEmpty() ? name : lists.named(Lists.MANUFACTURERS, name.get());
        if (name.isPresent() && id.isEmpty() && !lenient)
            throw Fault.correct(
                    "BMS's list has no such manufacturer",
                    Map.of(Configuration.MANUFACTURER, "It isn't in BMS's list; add it there first"));
        return body.with("ManufacturerId", id.map(Ids::plain));
    }

    /** By serial and by name: this list doesn't tell its length, so that one cut answer would look like none found. */
    private List<Observation> find(Fields like) throws Fault {
        Map<String, Observation> found = new LinkedHashMap<>();
        for (Observation seen : find("Filter.SerialNumber", like, Configuration.SERIAL))
            found.put(seen.ref().id(), seen);
        boolean bySerial = like.get(Configuration.SERIAL).isPresent();
        for (Observation seen : find("Filter.AssetName", like, Configuration.NAME))
            if (!bySerial || same(seen, like, Configuration.SERIAL))
                found.put(seen.ref().id(), seen);
        return List.copyOf(found.values());
    }

    /** Text filters find a part of a text, so what they find is compared. */
    private List<Observation> find(String filter, Fields like, Field<String> field) throws Fault {
        List<Observation> found = new ArrayList<>();
        if (like.get(field).isEmpty()) return found;
        Request list = Request.get(LIST).query(filter, like.get(field).get());
        for (boolean active : new boolean[] {true, false}) {
            Request some = list.query("Filter.IsActive", active);
            found.addAll(rows.list(Rows.full(Feeds.PAGE, page -> page(some, page, Feeds.PAGE))));
        }
        found.removeIf(seen -> !same(seen, like, field));
        return found;
    }

    private static boolean same(Observation seen, Fields like, Field<String> field) {
        return seen.fields().get(field).equals(like.get(field));
    }
}
