package io.mortise.connector.continuum.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Sight;
import io.mortise.model.Configuration;
import java.util.List;
import java.util.OptionalInt;

/** Endpoints, company by company: each page names the companies that it is of, and those behind them are looked up when they are done. */
final class Configurations {
    private static final int PAGE = 200;
    private static final String BETWEEN = ",";

    private final Asio asio;
    private final Sight sight = Machines.SEEN.sight();

    Configurations(Asio asio) {
        this.asio = asio;
    }

    Lane lane() {
        return Lane.of(Configuration.TYPE)
                .feeds(Feed.sweep(this::page).pages(PAGE))
                .fetch(this::fetch);
    }

    private Page page(Query q) throws Fault {
        if (q.cursor().isStart()) {
            List<String> first = companiesAfter("");
            return first.isEmpty() ? Page.last(List.of()) : page(first, 0, q.limit());
        }
        Place place = Place.read(q.cursor(), 2);
        return page(List.of(place.text(0).split(BETWEEN)), place.number(1), q.limit());
    }

    private Page page(List<String> companies, int cursor, int limit) throws Fault {
        Endpoints found = Endpoints.of(asio.endpoints(Resources.companies(companies), limit, cursor));
        List<Observation> seen = sight.list(found.rows());
        OptionalInt next = found.next();
        if (next.isPresent()) return Page.more(seen, place(companies, next.getAsInt()));
        List<String> more = companiesAfter(companies.get(companies.size() - 1));
        return more.isEmpty() ? Page.last(seen) : Page.more(seen, place(more, 0));
    }

    private static String place(List<String> companies, int cursor) {
        return Place.of(String.join(BETWEEN, companies), cursor).text();
    }

    private List<String> companiesAfter(String last) throws Fault {
        return asio.whole(Asio.COMPANIES).stream()
                .flatMap(company -> Ids.read(company.at("id")).stream())
                .filter(id -> id.compareTo(last) > 0)
                .sorted()
                .limit(Resources.MOST_COMPANIES)
                .toList();
    }

    /** By its id alone, in the same form as in the list. */
    private Observation fetch(String id) throws Fault {
        Endpoints found = Endpoints.of(asio.endpoints(Resources.endpoint(id), 1, 0));
        Json row = found.rows().stream()
                .filter(each -> Machines.SEEN.id(each).filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> Fault.of(Remedy.FORGET, "ConnectWise RMM has no such endpoint"));
        return sight.fetched(row);
    }
}
