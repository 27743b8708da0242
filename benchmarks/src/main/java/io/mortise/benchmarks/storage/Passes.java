package io.mortise.benchmarks.storage;

import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.Link;
import io.mortise.store.Reading;
import io.mortise.store.Row;
import io.mortise.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the engine asks of the store during a pass over one connection, page by page; without the engine's own work. */
final class Passes {
    private static final String CONNECTION = "bms";
    private static final String TYPE = "configuration";

    private final Store store;
    private final Records records;
    private final Instant now = Instant.now();

    Passes(Store store, Records records) {
        this.store = store;
        this.records = records;
    }

    /** Nothing is known: rows and links are added. */
    void first() {
        for (int page = 0; page < records.pages(); page++) {
            List<Records.Seen> seen = records.page(page, 1);
            store.write(w -> {
                expect(0, known(w, seen).size());
                List<Row> rows = new ArrayList<>();
                List<Link> links = new ArrayList<>();
                for (Records.Seen one : seen) {
                    Row row = row(store.newId(), 1, one);
                    rows.add(row);
                    links.add(link(store.newId(), row.ref().id(), one));
                }
                w.insert(rows);
                w.put(links);
                return "";
            });
        }
    }

    /** All fingerprints differ: rows are read, changed and told of, links are put again. */
    void changed() {
        for (int page = 0; page < records.pages(); page++) {
            List<Records.Seen> seen = records.page(page, 2);
            store.write(w -> {
                Map<String, Reading.Known> known = known(w, seen);
                expect(seen.size(), known.size());
                Map<String, Link> links = w.linksById(
                        known.values().stream().map(Reading.Known::linkId).toList());
                List<Link> old = seen.stream()
                        .map(s -> links.get(known.get(s.remoteId()).linkId()))
                        .toList();
                List<Ref> refs = old.stream().map(Passes::ref).toList();
                Map<Ref, Row> rows = w.rows(refs);
                change(w, seen, old, rows);
                return "";
            });
        }
    }

    private void change(io.mortise.store.Writing w, List<Records.Seen> seen, List<Link> old, Map<Ref, Row> rows) {
        List<Row> next = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<Entry> told = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            Ref ref = ref(old.get(i));
            next.add(row(ref.id(), rows.get(ref).version() + 1, seen.get(i)));
            links.add(link(old.get(i).id(), ref.id(), seen.get(i)));
            told.add(new Entry(
                    store.newId(),
                    now,
                    ref,
                    "changed",
                    "{\"round\":1}",
                    "{\"round\":2}",
                    CONNECTION,
                    "",
                    "BMS owns it"));
        }
        w.update(next);
        w.put(links);
        w.tell(told);
    }

    /** All fingerprints agree: nothing is written. */
    void unchanged() {
        for (int page = 0; page < records.pages(); page++) {
            List<Records.Seen> seen = records.page(page, 2);
            Map<String, Reading.Known> known = store.read(r -> known(r, seen));
            for (Records.Seen one : seen)
                if (!known.get(one.remoteId()).fingerprint().equals(one.fingerprint()))
                    throw new IllegalStateException(one.remoteId() + " seems changed");
        }
    }

    private static Map<String, Reading.Known> known(Reading reading, List<Records.Seen> seen) {
        return reading.known(
                CONNECTION, TYPE, seen.stream().map(Records.Seen::remoteId).toList());
    }

    private Row row(String id, long version, Records.Seen one) {
        return new Row(
                new Ref(TYPE, id),
                version,
                true,
                one.title(),
                Optional.of(one.organization()),
                one.words(),
                one.fields(),
                "{\"name\":\"bms\"}",
                now,
                now);
    }

    private Link link(String id, String record, Records.Seen one) {
        return new Link(
                id,
                CONNECTION,
                TYPE,
                Optional.of(one.remoteId()),
                Optional.of(record),
                Link.State.LINKED,
                one.organization(),
                one.fingerprint(),
                "https://bms.test/" + one.remoteId(),
                Link.Sync.SYNCED,
                "",
                Link.Asks.NOTHING,
                Optional.of(now),
                one.fields());
    }

    private static Ref ref(Link link) {
        return new Ref(TYPE, link.record().orElseThrow());
    }

    private static void expect(int wanted, int found) {
        if (wanted != found) throw new IllegalStateException("expected " + wanted + " known links, found " + found);
    }
}
