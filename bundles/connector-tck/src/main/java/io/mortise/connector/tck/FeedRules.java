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
import io.mortise.model.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicNode;

/** Sweeps: everything there is, once, in bounded pages. */
record FeedRules(Tenant tenant, EntityType type, Asks asks) {
    private static final int SMALL = 7;

    /** A request that changes nothing there, for all that its method says. */
    interface Asks {
        boolean only(String method, String path);
    }

    FeedRules(Tenant tenant, EntityType type) {
        this(tenant, type, (method, path) -> false);
    }

    DynamicNode all() {
        return new Rules(type + ": sweeping")
                .rule("a sweep shows every record exactly once", this::once)
                .rule("no page is larger than asked, and small pages show the same records", this::bounded)
                .rule("rows show something, of this type", this::content)
                .rule("reading writes nothing", this::reading)
                .rule("a failed request isn't repeated", this::noRetry)
                .rule("a date that can't be read takes no row and no other field along", this::spoiled)
                .rule("a strange cursor begins anew instead of failing", this::strange)
                .all();
    }

    private Feed sweep() throws Fault {
        Optional<Feed> sweep = tenant.sweep(type);
        assumeTrue(sweep.isPresent(), "it has no sweep");
        return sweep.get();
    }

    private List<String> ids(int limit) throws Fault {
        return tenant.pages(sweep(), Cursor.START, limit).stream()
                .flatMap(page -> page.items().stream())
                .map(o -> o.ref().id())
                .toList();
    }

    private void once() throws Fault {
        assertThat(ids(sweep().limit())).isNotEmpty().doesNotHaveDuplicates();
    }

    private void bounded() throws Fault {
        for (Page page : tenant.pages(sweep(), Cursor.START, SMALL))
            assertThat(page.items()).hasSizeLessThanOrEqualTo(SMALL);
        assertThat(ids(SMALL)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(sweep().limit()));
    }

    private void content() throws Fault {
        sweep();
        Set<String> names = type.fields().stream().map(Field::name).collect(Collectors.toSet());
        for (Observation seen : tenant.all(type)) {
            assertThat(seen.ref().type()).isEqualTo(type.name());
            assertThat(seen.fields().names()).isNotEmpty().isSubsetOf(names);
        }
    }

    private void reading() throws Fault {
        int before = tenant.wire().sent().size();
        ids(sweep().limit());
        assertThat(tenant.wire().sent().stream().skip(before))
                .allMatch(s -> s.method().equals("GET")
                        || asks.only(s.method(), s.address().getPath()));
    }

    private void noRetry() throws Fault {
        Feed sweep = sweep();
        int before = tenant.wire().sent().size();
        tenant.wire().breakNext(503);
        Fault fault = Rules.fault(() -> sweep.read().of(tenant.query(type, Cursor.START, SMALL)));
        assertThat(fault.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(tenant.wire().sent()).hasSize(before + 1);
    }

    private void spoiled() throws Fault {
        Query first = tenant.query(type, Cursor.START, SMALL);
        List<Observation> sound = sweep().read().of(first).items();
        tenant.wire().spoilNext();
        List<Observation> seen = sweep().read().of(first).items();
        assumeTrue(tenant.wire().spoiled(), "its rows show no dates");
        assertThat(seen)
                .extracting(Observation::ref)
                .containsExactlyElementsOf(sound.stream().map(Observation::ref).toList());
        for (int i = 0; i < seen.size(); i++) Rules.spared(type, sound.get(i), seen.get(i));
    }

    private void strange() throws Fault {
        Feed sweep = sweep();
        Query query = tenant.query(type, new Cursor("of an older version"), SMALL);
        assertThat(Rules.fault(() -> sweep.read().of(query)).remedy()).isEqualTo(Remedy.RESTART);
    }
}
