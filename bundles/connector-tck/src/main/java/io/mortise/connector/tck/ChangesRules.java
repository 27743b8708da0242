package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.model.EntityType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicNode;

/** What changed since a place. */
record ChangesRules(Tenant tenant, EntityType type, Edit edit) {
    private static final int MOST = 4096;

    interface Edit {
        boolean go(Tenant tenant, EntityType type, Observation record) throws Fault;
    }

    DynamicNode all() {
        return new Rules(type + ": changes")
                .rule("START gives a place from which an edit is seen", this::seen)
                .rule("an edit is seen again from the same place, and the next place sees the next", this::twice)
                .rule("START doesn't walk through history", this::cheap)
                .rule("small pages show the same", this::small)
                .rule("a strange cursor is RESTART", this::strange)
                .all();
    }

    private Feed changes() throws Fault {
        Optional<Feed> changes = tenant.changes(type);
        assumeTrue(changes.isPresent(), "it has no feed of changes");
        return changes.get();
    }

    private Cursor end(Feed feed, Cursor from) throws Fault {
        List<Page> pages = tenant.pages(feed, from, feed.limit());
        Cursor end = pages.get(pages.size() - 1).next();
        assertThat(end.text()).isNotEmpty().hasSizeLessThan(MOST);
        return end;
    }

    private Set<String> since(Feed feed, Cursor from, int limit) throws Fault {
        return tenant.pages(feed, from, limit).stream()
                .flatMap(page -> page.items().stream())
                .map(o -> o.ref().id())
                .collect(Collectors.toSet());
    }

    private Observation record(int which) throws Fault {
        List<Observation> free =
                tenant.all(type).stream().filter(o -> o.locked().isEmpty()).toList();
        return tenant.fetch(type, free.get(which % free.size()).ref().id());
    }

    private void change(Observation record) throws Fault {
        assumeTrue(edit.go(tenant, type, record), "nobody can change one in this test");
    }

    private void seen() throws Fault {
        Feed feed = changes();
        Cursor place = end(feed, Cursor.START);
        Observation record = record(0);
        change(record);
        assertThat(since(feed, place, feed.limit())).contains(record.ref().id());
    }

    private void twice() throws Fault {
        Feed feed = changes();
        Cursor place = end(feed, Cursor.START);
        Observation one = record(1);
        change(one);
        Cursor next = end(feed, place);
        Observation two = record(2);
        change(two);
        assertThat(since(feed, place, feed.limit()))
                .contains(one.ref().id(), two.ref().id());
        assertThat(since(feed, next, feed.limit())).contains(two.ref().id());
    }

    private void cheap() throws Fault {
        Feed feed = changes();
        int before = tenant.wire().sent().size();
        end(feed, Cursor.START);
        assertThat(tenant.wire().sent().size() - before).isLessThanOrEqualTo(2);
    }

    private void small() throws Fault {
        Feed feed = changes();
        Cursor place = end(feed, Cursor.START);
        for (int i = 0; i < 3; i++) change(record(i));
        assertThat(since(feed, place, 1)).containsAll(since(feed, place, feed.limit()));
    }

    private void strange() throws Fault {
        Feed feed = changes();
        Query query = new Query(new Cursor("of an older version"), 10, Optional.empty());
        assertThat(Rules.fault(() -> feed.read().of(query)).remedy()).isEqualTo(Remedy.RESTART);
    }
}
