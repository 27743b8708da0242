package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Lookup;
import io.mortise.model.Part;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Query;
import io.mortise.store.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same list kept by two systems. */
class ListedTest {
    private final House house = new House();
    private final Keeper psa = new Keeper("desk", Part.PSA);
    private final Keeper docs = new Keeper("glue", Part.DOCS);
    private final List<Reader> readers = List.of(house.connect(psa), house.connect(docs));

    /** A system with lists. */
    private record Keeper(String id, Part part, Map<String, Fields> entries) implements Connector {
        Keeper(String id, Part part) {
            this(id, part, new TreeMap<>());
        }

        void put(String id, String list, String label, String... parent) {
            Fields.Builder fields = Fields.with().set(Lookup.LIST, list).set(Lookup.LABEL, label);
            for (String above : parent) fields.set(Lookup.PARENT, new Choice("7" + id, above));
            entries.put(id, fields.set(EntityType.ACTIVE, true).build());
        }

        @Override
        public Descriptor descriptor() {
            return Descriptor.of(id, id, part, c -> "https://127.0.0.1");
        }

        @Override
        public Session open(Connection c) {
            return () -> List.of(Lane.of(Lookup.TYPE)
                    .feeds(Feed.sweep(q ->
                            Page.last(entries.keySet().stream().map(this::seen).toList())))
                    .fetch(key -> {
                        if (!entries.containsKey(key)) throw Fault.of(Fault.Remedy.FORGET, "no such entry");
                        return seen(key);
                    }));
        }

        private Observation seen(String key) {
            return Observation.of(Lookup.TYPE, key, entries.get(key));
        }
    }

    private void hours() {
        house.hours(4, readers);
    }

    private List<Row> entries() {
        return house.store.read(s -> s.rows(Query.all("lookup", 100).alsoInactive()));
    }

    private long links(Row row) {
        return house.store.read(s -> s.links(row.ref())).stream()
                .filter(link -> link.state() == Link.State.LINKED)
                .count();
    }

    @Test
    void oneWordOfTwoSystemsIsOneRecordWithTwoLinksWhicheverSystemHasIt() {
        psa.put("p1", "organizationType", "Customer");
        psa.put("p2", "organizationType", "Prospect");
        docs.put("d1", "organizationType", " CUSTOMER ");
        docs.put("d2", "organizationType", "Partner");
        docs.put("d3", "contactType", "Customer");
        hours();
        assertThat(entries()).hasSize(4);
        assertThat(entries())
                .filteredOn(row -> links(row) == 2)
                .singleElement()
                .satisfies(row -> assertThat(row.fields()).contains("organizationType", "\"word\":\"customer\""));
        LinkQuery waiting = LinkQuery.of("glue", "lookup", Link.State.FOUND);
        List<Link> asking = house.store.read(s -> s.links(waiting, "", 10));
        assertThat(asking).as("nothing asks anybody").isEmpty();
    }

    @Test
    void equalWordsBelowDifferentOnesAreDifferentEntries() {
        psa.put("p1", "subIssueType", "Other", "E-mail");
        psa.put("p2", "subIssueType", "Other", "Network");
        docs.put("d1", "subIssueType", "other", "network");
        hours();
        assertThat(entries()).hasSize(2);
        assertThat(entries())
                .filteredOn(row -> links(row) == 2)
                .singleElement()
                .satisfies(row -> assertThat(row.fields()).contains("network"));
    }

    @Test
    void anEntryThatHasGoneIsKeptAndNoLongerActive() {
        psa.put("p1", "queue", "Level 2");
        hours();
        psa.entries().clear();
        psa.put("p2", "queue", "Level 3");
        hours();
        hours();
        assertThat(entries()).hasSize(2);
        assertThat(entries()).filteredOn(Row::active).extracting(Row::title).containsExactly("Level 3");
    }
}
