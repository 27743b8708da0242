package io.mortise.connector.tck;

import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.connector.Write;
import io.mortise.model.Choice;
import io.mortise.model.Content;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A signed-in session at the vendor, for rules and for samples. One thread at a time. */
public final class Tenant {
    private static final int TOO_MANY_PAGES = 10_000;
    private static final int PARENTS = 10;
    private static final int MOST_PARENTS = 100;

    private final Connector connector;
    private final Map<String, String> settings;
    private final Line line;
    private final Session session;

    private Tenant(Connector connector, Map<String, String> settings, Line line) {
        this.connector = connector;
        this.settings = settings;
        this.line = line;
        this.session = connector.open(line);
    }

    /** Signs in and opens a session. */
    public static Tenant open(Connector connector, Map<String, String> settings) throws Fault {
        Line line = new Line(connector, settings, Optional.empty());
        line.wire().use(connector.signIn(line));
        return new Tenant(connector, settings, line);
    }

    /**
     * Signs a person in, who has the tenant's settings but for its secrets.
     *
     * @param own the personal settings
     */
    public static Tenant openAs(
            Connector connector, Map<String, String> settings, Map<String, String> own, String email) throws Fault {
        Map<String, String> all = new TreeMap<>(settings);
        for (Setting setting : connector.descriptor().settings())
            if (setting.form() == Setting.Form.SECRET) all.remove(setting.name());
        for (Setting setting : connector.descriptor().personal()) all.remove(setting.name());
        all.putAll(own);
        Line line = new Line(connector, all, Optional.of(email), Optional.empty());
        line.wire().use(connector.signIn(line));
        return new Tenant(connector, all, line);
    }

    Connector connector() {
        return connector;
    }

    Map<String, String> settings() {
        return settings;
    }

    Wire wire() {
        return line.wire();
    }

    public Session session() {
        return session;
    }

    List<Lane> lanes() throws Fault {
        return session.lanes();
    }

    public Lane lane(EntityType type) throws Fault {
        return lanes().stream().filter(l -> l.type().equals(type)).findFirst().orElseThrow();
    }

    public Optional<Feed> sweep(EntityType type) throws Fault {
        return lane(type).feeds().stream().filter(Feed::isComplete).findFirst();
    }

    public Optional<Feed> changes(EntityType type) throws Fault {
        return lane(type).feeds().stream().filter(f -> !f.isComplete()).findFirst();
    }

    /** Everything that the vendor shows of a type, read with its largest pages; hints show nothing. */
    public List<Observation> all(EntityType type) throws Fault {
        Feed feed = sweep(type).orElseThrow();
        List<Observation> all = new ArrayList<>();
        pages(feed, Cursor.START, feed.limit())
                .forEach(page -> page.items().stream()
                        .filter(seen -> !seen.isHint() && !seen.isGone())
                        .forEach(all::add));
        return all;
    }

    /** Page by page, from a place to the last; of what lies below other records, below the first that have any. */
    public List<Page> pages(Feed feed, Cursor from, int limit) throws Fault {
        if (feed.under().isEmpty()) return pages(feed, from, limit, Optional.empty());
        List<Page> pages = new ArrayList<>();
        int telling = 0;
        for (Observation parent :
                all(feed.under().get()).stream().limit(MOST_PARENTS).toList()) {
            List<Page> below = pages(feed, from, limit, Optional.of(parent.ref()));
            pages.addAll(below);
            if (!below.get(0).items().isEmpty()) telling++;
            if (telling == PARENTS) break;
        }
        return pages;
    }

    private static List<Page> pages(Feed feed, Cursor from, int limit, Optional<Ref> parent) throws Fault {
        List<Page> pages = new ArrayList<>();
        Cursor at = from;
        do {
            pages.add(feed.read().of(new Query(at, limit, parent)));
            at = pages.get(pages.size() - 1).next();
            if (pages.size() > TOO_MANY_PAGES) throw new AssertionError(feed.name() + " has no last page");
        } while (!pages.get(pages.size() - 1).isLast());
        return pages;
    }

    /** A question to the sweep of a type; of what lies below other records, below the first that has any. */
    Query query(EntityType type, Cursor from, int limit) throws Fault {
        Feed sweep = sweep(type).orElseThrow();
        if (sweep.under().isEmpty()) return new Query(from, limit, Optional.empty());
        for (Observation parent : all(sweep.under().get())) {
            Query below = new Query(Cursor.START, limit, Optional.of(parent.ref()));
            if (!sweep.read().of(below).items().isEmpty()) return new Query(from, limit, below.parent());
        }
        throw new AssertionError(
                "There is no " + type + " below any " + sweep.under().get());
    }

    public Observation fetch(EntityType type, String id) throws Fault {
        return lane(type).fetch().orElseThrow().of(id);
    }

    public Observation update(EntityType type, String id, Fields fields) throws Fault {
        return lane(type).update().orElseThrow().of(write(Optional.of(id), fields));
    }

    public Observation create(EntityType type, Fields fields) throws Fault {
        return lane(type).create().orElseThrow().of(write(Optional.empty(), fields));
    }

    public Observation upload(EntityType type, Fields fields, Content file) throws Fault {
        return lane(type).upload().orElseThrow().of(write(Optional.empty(), fields, Optional.of(file)));
    }

    private static Write write(Optional<String> id, Fields fields) {
        return write(id, fields, Optional.empty());
    }

    private static Write write(Optional<String> id, Fields fields, Optional<Content> file) {
        return new Write(id, fields, Optional.empty(), UUID.randomUUID().toString(), Optional.empty(), file);
    }

    /** The first of the vendor's choices that isn't this one. */
    public Choice another(EntityType type, Field<Choice> field, Optional<Choice> than) throws Fault {
        for (Choice choice : lane(type).choices(field).orElseThrow().of(Fields.NONE))
            if (!Optional.of(choice).equals(than)) return choice;
        throw new AssertionError("There is only one choice of " + field);
    }
}
