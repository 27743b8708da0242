package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Chain;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Writable;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Note;
import io.mortise.model.Ref;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notes are attributes of what they are about; here each is a record of its own, with an id such as
 * {@code contacts/17}. None is none: a note without a text isn't shown. An organization's is cut in lists, so that it is
 * fetched when it may be longer than it looks.
 */
final class Notes {
    /** Cut at 250, of the text or of its HTML: nobody says which. */
    private static final int MAY_BE_CUT = 240;

    private static final String WHY = "IT Glue's own PSA sync holds this record";
    private static final Writable TEXT = Writable.of(Note.TYPE, Note.TEXT);
    private static final Writable NEW = TEXT.and(Note.SUBJECT);
    private static final List<Parents> SUBJECTS =
            List.of(Parents.ORGANIZATIONS, Parents.CONTACTS, Parents.CONFIGURATIONS, Parents.LOCATIONS);

    private final Api api;
    private final Clock clock;

    Notes(Api api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    Lane lane() {
        List<Feed> feeds = new ArrayList<>();
        feeds.add(Chain.of(SUBJECTS.stream().map(s -> feeds(s, false).sweep()).toList()));
        for (Parents subject : SUBJECTS) feeds.add(changes(subject).named("changes-" + subject.resource()));
        return Lane.of(Note.TYPE)
                .feeds(feeds.toArray(Feed[]::new))
                .fetch(this::fetch)
                .create(NEW.only(this::create), NEW.array())
                .needs(Note.SUBJECT, Note.TEXT)
                .update(TEXT.only(w -> save(Parents.Place.read(w.id().orElseThrow()), w)), TEXT.array())
                .find(this::find, Note.SUBJECT);
    }

    private Feed changes(Parents subject) {
        return subject == Parents.ORGANIZATIONS
                ? feeds(subject, true).windows()
                : feeds(subject, true).newest();
    }

    /** @param changed whether what is listed has changed: then a text that may be cut is fetched, else only one never seen */
    private Feeds feeds(Parents subject, boolean changed) {
        Sight sight = new Sight(
                Note.TYPE,
                row -> Resource.id(row).map(id -> id(subject, id)),
                Resource::changedAt,
                (row, unread) -> listed(subject, changed, row, unread));
        Request list = Request.get("/" + subject.resource());
        return new Feeds(new Feeds.Source(api, list, Feeds.LARGEST_PAGE, false, sight::list), clock, "id");
    }

    private static String id(Parents subject, String id) {
        return subject.resource() + "/" + id;
    }

    static Mapping mapping(Parents subject) {
        return Mapping.empty().rich(Note.TEXT, attribute(subject));
    }

    private static String attribute(Parents subject) {
        return subject == Parents.ORGANIZATIONS ? "quick-notes" : "notes";
    }

    private Observation listed(Parents subject, boolean changed, Json row, Consumer<Field<?>> unread) {
        Observation seen = observe(subject, row, unread);
        String text = row.at("attributes", attribute(subject)).text().orElse("");
        if (text.isEmpty()) return dated(Observation.gone(Note.TYPE, seen.ref().id()), row);
        boolean cut = subject == Parents.ORGANIZATIONS && text.length() >= MAY_BE_CUT;
        if (!cut) return seen;
        Observation some = changed ? Observation.hint(Note.TYPE, seen.ref().id()) : beginning(seen);
        return dated(some, row);
    }

    /** What is sure of it: that it is there. */
    private static Observation beginning(Observation seen) {
        Fields sure = Fields.of(Note.SUBJECT, seen.fields().get(Note.SUBJECT).orElseThrow());
        Observation row = Observation.of(Note.TYPE, seen.ref().id(), sure).partial();
        return seen.page().map(row::page).orElse(row);
    }

    private static Observation observe(Parents subject, Json row, Consumer<Field<?>> unread) {
        String id = Resource.id(row).orElseThrow();
        Json attributes = row.at("attributes");
        Fields fields = mapping(subject)
                .read(attributes, unread)
                .but()
                .set(Note.SUBJECT, subject.ref(id))
                .build();
        Observation seen = Resource.told(Observation.of(Note.TYPE, id(subject, id), fields), row);
        return isHeld(subject, attributes) ? seen.locked(WHY, Note.TEXT) : seen;
    }

    private static Observation dated(Observation seen, Json row) {
        return Resource.changedAt(row).map(seen::changedAt).orElse(seen);
    }

    /** The notes of organizations and configurations stay free. */
    private static boolean isHeld(Parents subject, Json attributes) {
        boolean strict = subject == Parents.CONTACTS || subject == Parents.LOCATIONS;
        return strict && attributes.at("psa-integration").text().equals(Optional.of("enabled"));
    }

    private Observation fetch(String id) throws Fault {
        Parents.Place at = Parents.Place.read(id);
        Json row = api.get(Request.get(at.parents().path(), at.parent())).at("data");
        return sight(at.parents()).fetched(row);
    }

    private static Sight sight(Parents subject) {
        return new Sight(
                Note.TYPE,
                row -> Resource.id(row).map(id -> id(subject, id)),
                Resource::changedAt,
                (row, unread) -> observe(subject, row, unread));
    }

    private static Parents.Place subject(Fields fields) throws Fault {
        Ref subject = fields.get(Note.SUBJECT).orElseThrow();
        Parents parents = Parents.of(subject.type())
                .filter(SUBJECTS::contains)
                .orElseThrow(() -> Fault.of(Fault.Remedy.REPORT, "IT Glue keeps no notes on this"));
        return new Parents.Place(parents, subject.id(), "");
    }

    /** There may be a text already, which must not be written over unseen. */
    private Observation create(Write w) throws Fault {
        Parents.Place at = subject(w.fields());
        Observation there = fetch(id(at.parents(), at.parent()));
        if (there.fields().get(Note.TEXT).isPresent()) throw Fault.adopt(there.ref());
        return save(at, w);
    }

    private Observation save(Parents.Place at, Write w) throws Fault {
        Parents subject = at.parents();
        Mapping mapping = mapping(subject);
        Resource resource = new Resource(api, Note.TYPE, subject.resource(), mapping, List.of(), sight(subject));
        return resource.update(at.parent(), mapping.write(w.fields()));
    }

    private List<Observation> find(Fields like) throws Fault {
        Optional<Ref> subject = like.get(Note.SUBJECT);
        if (subject.isEmpty()) return List.of();
        Parents.Place at = subject(like);
        Observation there = fetch(id(at.parents(), at.parent()));
        return there.fields().get(Note.TEXT).isEmpty() ? List.of() : List.of(there);
    }
}
