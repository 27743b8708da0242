package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saved views of tickets, with how many each has; and how a person likes lists to be. */
@Component
public final class ViewRoutes implements Routes {
    private static final int MOST = 100;
    private static final int COLUMNS = 60;
    private static final int LONGEST = 100;
    private static final int LONGEST_FILTER = 2_000;

    private final Workbench bench;
    private final Views views;
    private final FilterWords words;

    @Activate
    public ViewRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.views = new Views(bench.documents());
        this.words = new FilterWords(bench.records(), bench.reach());
    }

    /** @param shared for everybody; said once, when it is made */
    public record Wish(
            String name,
            Optional<Boolean> shared,
            Map<String, String> filters,
            Optional<String> sort,
            Optional<List<String>> columns) {
        public Wish {
            if (name.isBlank() || name.length() > LONGEST)
                throw new IllegalArgumentException("needs a name of at most " + LONGEST + " characters");
            if (columns.filter(all -> all.size() > COLUMNS).isPresent())
                throw new IllegalArgumentException("has at most " + COLUMNS + " columns");
            if (filters.values().stream().anyMatch(value -> value.length() > LONGEST_FILTER))
                throw new IllegalArgumentException("a filter has at most " + LONGEST_FILTER + " characters");
        }
    }

    /** @param version of their order; 0 while they have none */
    public record SharedViews(long version, List<View> items) {}

    /** @param ids of shared views, the first to be shown first; the others follow by name */
    public record Order(List<String> ids) {
        public Order {
            if (ids.size() > MOST) throw new IllegalArgumentException("has at most " + MOST + " ids");
        }
    }

    /** By the ids of the views. */
    public record Counts(Map<String, Listing.Count> counts) {}

    @Override
    public List<Route<?, ?>> routes() {
        Right read = Right.read(Ticket.TYPE);
        Right admin = Right.named("admin");
        return List.of(
                Route.get("/ticket-views", Shape.list(Shape.of(View.class)), this::list)
                        .needs(read)
                        .summary("The built-in views, the shared ones and your own"),
                Route.get("/ticket-views/counts", Shape.of(Counts.class), this::counts)
                        .needs(read)
                        .summary("How many tickets each of your views has, counted up to 1,000"),
                Route.post("/ticket-views", Shape.of(Wish.class), Shape.of(View.class), this::create)
                        .needs(read)
                        .keyed()
                        .summary("Saves a view; to share one needs the right to edit tickets"),
                Route.put("/ticket-views/{id}", Shape.of(Wish.class), Shape.of(View.class), this::change)
                        .needs(read)
                        .summary("Changes a view of yours"),
                Route.delete("/ticket-views/{id}", this::remove)
                        .needs(read)
                        .summary("Removes a view of yours; it can be taken back for an hour"),
                Route.post("/ticket-views/{id}/restore", Shape.NOTHING, Shape.of(View.class), this::restore)
                        .needs(read)
                        .summary("Takes back a view that you have removed"),
                Route.get("/ticket-views/shared", Shape.of(SharedViews.class), call -> shared(call.caller()))
                        .needs(admin)
                        .summary("All shared views in their order, with their owners"),
                Route.put("/ticket-views/shared", Shape.of(Order.class), Shape.of(SharedViews.class), this::order)
                        .needs(admin)
                        .summary("Puts the shared views in order"));
    }

    private Slice<View> list(Call<Void> call) {
        return new Slice<>(worded(call.caller(), views.all(call.caller())), Optional.empty());
    }

    private List<View> worded(Caller caller, List<View> all) {
        return all.stream().map(view -> worded(caller, view)).toList();
    }

    private View worded(Caller caller, View view) {
        return view.worded(words.of(caller, view.filters()));
    }

    private SharedViews shared(Caller caller) {
        return new SharedViews(views.order().version(), worded(caller, views.shared(caller)));
    }

    private SharedViews order(Call<Order> call) {
        views.order(call.version(), call.body().ids());
        return shared(call.caller());
    }

    private View restore(Call<Void> call) {
        return worded(call.caller(), views.restore(call.caller(), call.path("id")));
    }

    private Counts counts(Call<Void> call) {
        Map<String, Listing.Count> counts = new LinkedHashMap<>();
        boolean off = bench.desk().standing().isOff();
        for (View view : views.all(call.caller()))
            counts.put(view.id(), off ? Listing.Count.NONE : count(call.caller(), view.filters()));
        return new Counts(counts);
    }

    /** What a view asks for may have gone meanwhile; it has no tickets then. */
    private Listing.Count count(Caller caller, Map<String, String> filters) {
        return find(caller, filters)
                .map(find -> bench.listing().count(caller, find, filters.getOrDefault("q", "")))
                .orElse(Listing.Count.NONE);
    }

    private Optional<Find> find(Caller caller, Map<String, String> filters) {
        return bench.filter()
                .of(caller, name -> Optional.ofNullable(filters.get(name)).filter(text -> !text.isBlank()));
    }

    private View create(Call<Wish> call) {
        boolean shared = call.body().shared().orElse(false);
        if (shared && !call.caller().may(Right.edit(Ticket.TYPE)))
            throw new Refusal(
                    Reason.DENIED,
                    "To share a view needs the right to edit tickets. Save it for yourself, or ask for it.");
        if (views.all(call.caller()).size() >= MOST)
            throw new Refusal(Reason.INVALID, "There are " + MOST + " views already: remove some that you don't need.");
        return worded(call.caller(), views.make(call.caller(), shared, call.once(), plain(call.caller(), call.body())));
    }

    private View change(Call<Wish> call) {
        Views.Kept kept = views.mine(call.caller(), call.path("id"));
        return worded(
                call.caller(), views.change(call.caller(), kept, call.version(), plain(call.caller(), call.body())));
    }

    private Void remove(Call<Void> call) {
        views.remove(views.mine(call.caller(), call.path("id")));
        return null;
    }

    /** A view that no list would take isn't kept. */
    private Map<String, Object> plain(Caller caller, Wish wish) {
        for (String name : wish.filters().keySet())
            if (Filter.MEANINGS.stream().noneMatch(each -> each.getKey().equals(name)))
                throw Filter.wrong("filters", "has \"" + name + "\", which no list of tickets takes");
        String sort = wish.sort().orElse("-updated");
        Optional<Find> find = find(caller, wish.filters());
        new Sort(bench.lists()).of(caller, find.orElseGet(() -> Find.all(Ticket.TYPE)), Optional.of(sort));
        return Views.plain(
                caller,
                wish.name().strip(),
                wish.filters(),
                sort,
                wish.columns().orElse(List.of()));
    }
}
