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
import io.mortise.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hardware assets: a list with few columns, one by one in full, and written only as a whole. */
final class Configurations {
    private static final String ROOT = "/v2/servicedesk/hardwareasset";
    private static final String LIST = ROOT + "/searchselect";

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

    /** The list doesn't tell how long it is. Its end is an empty page: a short one may have been cut. */
    private Page sweep(Query q) throws Fault {
        Place at = q.cursor().isStart() ? Place.of(true, 1) : Place.read(q.cursor(), 2);
        boolean active = Boolean.parseBoolean(at.text(0));
        int page = at.number(1);
        Request request = Request.get(LIST)
                .query("Filter.IsActive", active)
                .query("PageNumber", page)
                .query("PageSize", Math.min(Feeds.PAGE, q.limit()));
        List<Json> list = Rows.list(bms.one(request));
        List<Observation> seen = rows.list(list);
        if (!list.isEmpty()) return Page.more(seen, Place.of(active, page + 1).text());
        return active ? Page.more(seen, Place.of(false, 1).text()) : Page.last(seen);
    }

    private Json row(String id) throws Fault {
        return bms.one(Request.get(ROOT + "/{id}", id));
    }

    private Observation listed(Json row) {
        String id = Seen.id(row);
        return Seen.of(Configuration.TYPE, id, AssetFields.ROW, row)
                .page(pages.asset(id))
                .partial();
    }

    private Observation observe(Json row) {
        String id = Seen.id(row);
        return Seen.of(Configuration.TYPE, id, AssetFields.ALL, row).page(pages.asset(id));
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

    /** Text filters find a part of a text, so what they find is compared. */
    private List<Observation> find(Fields like) throws Fault {
        Optional<String> serial = like.get(Configuration.SERIAL);
        Optional<String> name = like.get(Configuration.NAME);
        List<Observation> found = new ArrayList<>();
        if (serial.isEmpty() && name.isEmpty()) return found;
        Request list = serial.isPresent()
                ? Request.get(LIST).query("Filter.SerialNumber", serial.get())
                : Request.get(LIST).query("Filter.AssetName", name.get());
        for (boolean active : new boolean[] {true, false})
            found.addAll(
                    rows.list(bms.one(list.query("Filter.IsActive", active)).items()));
        found.removeIf(o -> serial.isPresent()
                ? !o.fields().get(Configuration.SERIAL).equals(serial)
                : !o.fields().get(Configuration.NAME).equals(name));
        return found;
    }
}
