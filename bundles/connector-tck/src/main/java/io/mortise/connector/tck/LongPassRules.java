package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.model.EntityType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicNode;

/** A pass over what changed can take long, and people go on working meanwhile. */
record LongPassRules(Tenant tenant, EntityType type, ChangesRules.Edit edit, Passing time) {
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final int RECORDS = 4;

    interface Passing {
        boolean pass(Duration time);
    }

    DynamicNode all() {
        return new Rules(type + ": a long pass over changes")
                .rule("what changes while a pass is read is shown by it or by the next", this::changing)
                .all();
    }

    /** One pass, a record a page; after the first page that record is changed once more, and later the last one. */
    private void changing() throws Fault {
        Optional<Feed> changes = tenant.changes(type);
        assumeTrue(changes.isPresent(), "it has no feed of changes");
        assumeTrue(time.pass(A_WHILE), "no time can pass in this test");
        Feed feed = changes.get();
        Cursor place = last(tenant.pages(feed, Cursor.START, feed.limit())).next();
        List<String> ids = some();
        for (String id : ids) change(id);

        Page page = first(feed, place);
        String early = page.items().get(0).ref().id();
        String late = ids.stream()
                .filter(id -> !id.equals(early))
                .reduce((one, two) -> two)
                .orElseThrow();
        change(early);
        change(late);
        List<Page> rest = page.isLast() ? List.of() : tenant.pages(feed, page.next(), 1);
        Cursor end = rest.isEmpty() ? page.next() : last(rest).next();
        Set<String> shown = new HashSet<>(ids(rest));
        shown.addAll(ids(tenant.pages(feed, end, feed.limit())));
        assertThat(shown).containsAll(ids);
    }

    private List<String> some() throws Fault {
        List<String> ids = new ArrayList<>();
        for (Observation record : tenant.all(type))
            if (record.locked().isEmpty() && ids.size() < RECORDS)
                ids.add(record.ref().id());
        return ids;
    }

    private void change(String id) throws Fault {
        time.pass(A_WHILE);
        assumeTrue(edit.go(tenant, type, tenant.fetch(type, id)), "nobody can change one in this test");
    }

    /** The first that shows anything. */
    private Page first(Feed feed, Cursor place) throws Fault {
        Page page = feed.read().of(new Query(place, 1, Optional.empty()));
        while (page.items().isEmpty() && !page.isLast())
            page = feed.read().of(new Query(page.next(), 1, Optional.empty()));
        return page;
    }

    private static Page last(List<Page> pages) {
        return pages.get(pages.size() - 1);
    }

    private static List<String> ids(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.items().stream())
                .map(seen -> seen.ref().id())
                .toList();
    }
}
