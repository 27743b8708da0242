package io.mortise.sync.internal.engine;

import io.mortise.connector.Feed;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Reading;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the reading of one feed has come; kept with each page, so that a crash costs one page.
 *
 * @param cursor where to go on
 * @param number of this pass; rises
 * @param started when its first request began; 0 before the first pass
 * @param ended when it ended; 0 while it runs
 * @param judged in a sweep that has read everything: the last link that was checked for being gone; "" before the first
 * @param complete when the last whole pass began; 0 before there was one
 * @param total the vendor's own count, -1 if it doesn't tell
 * @param refused why the account may not read this, as it was last answered; "" once it may
 */
public record Pass(
        String connection,
        String type,
        String feed,
        String cursor,
        long number,
        long started,
        long ended,
        boolean judging,
        String judged,
        long complete,
        int pages,
        long total,
        Counts counts,
        String refused,
        long version) {
    /** What became of the records that a pass showed. */
    public record Counts(long seen, long created, long changed, long unchanged) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(
                    seen + more.seen, created + more.created, changed + more.changed, unchanged + more.unchanged);
        }
    }

    static final String NAMESPACE = "pass";

    static Pass load(Reading store, Json json, String connection, String type, Feed feed, long now) {
        Document.Name name = name(connection, type, feed.name());
        return store.document(name, Instant.ofEpochMilli(now))
                .map(doc -> read(json, doc))
                .orElse(new Pass(connection, type, feed.name(), "", 0, 0, 0, false, "", 0, 0, -1, Counts.NONE, "", 0));
    }

    public static Pass read(Json json, Document doc) {
        Map<String, Object> in = json.read(doc.json());
        String[] key = doc.name().key().split("/", 2);
        Counts counts = new Counts(n(in, "seen"), n(in, "created"), n(in, "changed"), n(in, "unchanged"));
        return new Pass(
                doc.name().owner(),
                key[0],
                key[1],
                (String) in.get("cursor"),
                n(in, "number"),
                n(in, "started"),
                n(in, "ended"),
                (Boolean) in.get("judging"),
                (String) in.get("judged"),
                n(in, "complete"),
                (int) n(in, "pages"),
                n(in, "total"),
                counts,
                (String) in.getOrDefault("refused", ""),
                doc.version());
    }

    Document document(Json json) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("cursor", cursor);
        out.put("number", number);
        out.put("started", started);
        out.put("ended", ended);
        out.put("judging", judging);
        out.put("judged", judged);
        out.put("complete", complete);
        out.put("pages", pages);
        out.put("total", total);
        out.put("seen", counts.seen);
        out.put("created", counts.created);
        out.put("changed", counts.changed);
        out.put("unchanged", counts.unchanged);
        out.put("refused", refused);
        return new Document(name(connection, type, feed), version + 1, json.write(out), java.util.Optional.empty());
    }

    /** A new pass from here; a changes feed goes on where the last one ended. */
    Pass begin(long now, boolean fromStart) {
        return new Pass(
                connection,
                type,
                feed,
                fromStart ? "" : cursor,
                number + 1,
                now,
                0,
                false,
                "",
                complete,
                0,
                -1,
                Counts.NONE,
                refused,
                version);
    }

    Pass page(String next, long count, Counts more) {
        return new Pass(
                connection,
                type,
                feed,
                next,
                number,
                started,
                ended,
                judging,
                judged,
                complete,
                pages + 1,
                count,
                counts.plus(more),
                "",
                version);
    }

    Pass judging(String last) {
        return new Pass(
                connection,
                type,
                feed,
                cursor,
                number,
                started,
                ended,
                true,
                last,
                complete,
                pages,
                total,
                counts,
                refused,
                version);
    }

    Pass end(long now) {
        return new Pass(
                connection,
                type,
                feed,
                cursor,
                number,
                started,
                now,
                false,
                "",
                started,
                pages,
                total,
                counts,
                refused,
                version);
    }

    /** Stands where it stood; an admin must do something before it goes on. */
    Pass refuse(String why) {
        return new Pass(
                connection,
                type,
                feed,
                cursor,
                number,
                started,
                ended,
                judging,
                judged,
                complete,
                pages,
                total,
                counts,
                why,
                version);
    }

    public boolean isRunning() {
        return started > 0 && ended == 0;
    }

    private static Document.Name name(String connection, String type, String feed) {
        return new Document.Name(NAMESPACE, connection, type + "/" + feed);
    }

    private static long n(Map<String, Object> in, String name) {
        return ((Number) in.get(name)).longValue();
    }
}
