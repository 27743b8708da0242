package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.http.Chain;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Whole;
import io.mortise.model.Field;
import io.mortise.model.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The lists that BMS publishes, entry by entry. An id here names the list as well, {@code ticketStatus/49958}; that of a
 * sub-issue type its issue type too, that of an option its field, {@code subIssueType/61101/61204}.
 */
final class Lookups {
    private static final String SUB_ISSUE = "subIssueType";

    private record Source(String list, String path) {}

    /** First the one without which there is no service desk: it must be readable, the others need not. */
    private static final List<Source> SOURCES = List.of(
            new Source(LookupFields.STATUS, Lists.STATUSES),
            new Source("ticketPriority", Lists.PRIORITIES),
            new Source("queue", Lists.QUEUES),
            new Source("issueType", Lists.ISSUE_TYPES),
            new Source("workType", Lists.WORK_TYPES),
            new Source("role", Lists.ROLES),
            new Source("sla", Lists.SLAS),
            new Source("organizationType", Lists.ACCOUNT_TYPES),
            new Source("expenseType", Lists.EXPENSE_TYPES),
            new Source("psaRole", Lists.SECURITY_ROLES),
            new Source(LookupFields.FIELD, CustomFields.DEFINITIONS));

    private final Bms bms;
    private final Lists lists;
    private final LookupFields fields;
    private final Sight sight = new Sight(Lookup.TYPE, LookupFields::id, this::observe);

    Lookups(Bms bms, Lists lists, LookupFields fields) {
        this.bms = bms;
        this.lists = lists;
        this.fields = fields;
    }

    Lane lane() {
        Stream<Feed> plain = SOURCES.stream().map(source -> Feed.sweep(q -> Whole.part(q, shown(source))));
        Feed sweep = Chain.ofReadable(
                Stream.concat(plain, Stream.of(Feed.sweep(this::subIssues))).toList());
        return Lane.of(Lookup.TYPE).feeds(sweep.seldom()).fetch(this::fetch);
    }

    private List<Observation> shown(Source source) throws Fault {
        Request list = Request.get(source.path());
        boolean hides = source.list().equals(LookupFields.FIELD);
        List<Json> rows = bms.whole(hides ? list.query("withInactive", true) : list);
        return sight.list(fields.own(source.list(), rows));
    }

    /** Those of one issue type after the other. Cursor: which, how many of its own were given. */
    private Page subIssues(Query q) throws Fault {
        Place at = q.cursor().isStart() ? Place.of(0, 0) : Place.read(q.cursor(), 2);
        List<Json> issues = lists.all(Lists.ISSUE_TYPES);
        if (at.number(0) >= issues.size()) return Page.last(List.of());
        List<Observation> all = subIssues(issues.get(at.number(0)));
        int to = Math.min(all.size(), at.number(1) + q.limit());
        List<Observation> some = all.subList(Math.min(at.number(1), to), to);
        boolean more = to < all.size();
        Place next = more ? Place.of(at.number(0), to) : Place.of(at.number(0) + 1, 0);
        boolean last = !more && at.number(0) + 1 == issues.size();
        return last ? Page.last(some) : Page.more(some, next.text());
    }

    private List<Observation> subIssues(Json issue) throws Fault {
        Optional<String> id = Seen.maybe(issue);
        if (id.isEmpty()) return List.of();
        List<Json> rows = bms.whole(Request.get(Lists.SUB_ISSUES, id.get()));
        return sight.list(fields.own(SUB_ISSUE, rows).stream()
                .map(row -> LookupFields.below(row, issue))
                .toList());
    }

    private Observation fetch(String id) throws Fault {
        for (Observation seen : listed(id.split("/"))) if (seen.ref().id().equals(id)) return seen;
        throw Fault.of(Fault.Remedy.FORGET, "BMS has no such entry in its list");
    }

    private List<Observation> listed(String[] id) throws Fault {
        List<Observation> listed = new ArrayList<>();
        String list = id[0].equals(LookupFields.OPTION) ? LookupFields.FIELD : id[0];
        for (Source source : SOURCES) if (source.list().equals(list)) listed.addAll(shown(source));
        if (id.length == 3 && id[0].equals(SUB_ISSUE))
            for (Json issue : bms.whole(Request.get(Lists.ISSUE_TYPES)))
                if (Seen.maybe(issue).equals(Optional.of(id[1]))) listed.addAll(subIssues(issue));
        return listed;
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        return Observation.of(Lookup.TYPE, LookupFields.id(row).orElseThrow(), LookupFields.MAPPING.read(row, unread));
    }
}
