package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records.Saved;
import io.mortise.api.Refusal;
import io.mortise.api.Routes;
import io.mortise.api.Shown;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /tickets}: lists, one, changes, new ones. */
@Component
public final class TicketRoutes implements Routes {
    private static final Right READ = Right.read(Ticket.TYPE);
    private static final Right EDIT = Right.edit(Ticket.TYPE);
    private final Workbench bench;

    @Activate
    public TicketRoutes(@Reference Workbench bench) {
        this.bench = bench;
    }

    @Override
    public List<Route<?, ?>> routes() {
        List<Route<?, ?>> routes = new ArrayList<>();
        routes.add(filtered(Route.get("/tickets", Shape.list(Shape.of(Item.class)), this::list))
                .query("sort", Sort.WORDS + "; -updated if not said")
                .paged()
                .summary("Tickets in parts, with what their records are called and how their SLA stands"));
        routes.add(filtered(Route.get("/tickets/count", Shape.of(Listing.Count.class), this::count))
                .summary("How many tickets there are, counted up to 1,000"));
        routes.add(Route.get("/tickets/{id}", Shape.of(TicketShown.class), this::show)
                .needs(READ)
                .summary("One ticket, with where it is, what may be done with it and how its SLA stands"));
        routes.add(Route.post("/tickets/{id}/refresh", Shape.NOTHING, Shape.of(TicketShown.class), this::refresh)
                .needs(READ)
                .summary("The same, read anew from the systems that have it; takes some seconds"));
        routes.add(Route.patch("/tickets/{id}", Shape.of(Ticket.TYPE), Shape.of(Shown.Saved.class), this::edit)
                .needs(EDIT)
                .summary("Changes the fields mentioned, here and at once in the PSA"));
        routes.add(Route.post("/tickets", Shape.of(Ticket.TYPE), Shape.of(Shown.Saved.class), this::create)
                .needs(EDIT)
                .keyed()
                .summary("Makes a ticket; what isn't said is as its lists have it for usual"));
        routes.add(Route.get("/tickets/options/{field}", Shape.list(Shape.of(OptionShown.class)), this::options)
                .needs(READ)
                .query("issueType", "of sub-issue types: the issue type that they hang below")
                .query("organization", "of contracts: id of the customer whose they are; without it there are none")
                .query("tickets", "of statuses: ids, with commas, of the tickets that must be able to take them now")
                .summary("What a field can be, in its list's order, with colours and what closes a ticket"));
        return routes;
    }

    private static <O> Route<Void, O> filtered(Route<Void, O> route) {
        Route<Void, O> all = route.needs(READ);
        for (Map.Entry<String, String> each : Filter.MEANINGS) all = all.query(each.getKey(), each.getValue());
        return all;
    }

    private Slice<Item> list(Call<Void> call) {
        Optional<Find> find = found(call);
        if (find.isEmpty()) return new Slice<>(List.of(), Optional.empty());
        Slice<Entity> page = bench.listing()
                .page(call.caller(), find.get(), words(call), call.query("sort"), call.query("after"), call.limit());
        return items(call.caller(), page);
    }

    private Slice<Item> items(Caller caller, Slice<Entity> page) {
        Names names = Names.of(bench.records(), caller, page.items());
        Set<Choice> closed = bench.lists().closed(caller);
        return page.map(ticket -> Item.of(ticket, names, closed, bench.tickets().now()));
    }

    private Listing.Count count(Call<Void> call) {
        return found(call)
                .map(find -> bench.listing().count(call.caller(), find, words(call)))
                .orElse(Listing.Count.NONE);
    }

    private Optional<Find> found(Call<?> call) {
        Optional<Find> find = bench.filter().of(call.caller(), call::query);
        return bench.desk().standing().isOff() ? Optional.empty() : find;
    }

    private static String words(Call<?> call) {
        return call.query("q").orElse("");
    }

    private TicketShown show(Call<Void> call) {
        Entity ticket = bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id"));
        bench.freshness().seen(call.caller(), ticket.ref());
        return bench.page().of(call.caller(), ticket, bench.tickets().now());
    }

    private TicketShown refresh(Call<Void> call) {
        Ref ref =
                bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id")).ref();
        bench.live().refresh(call.caller(), ref);
        Entity ticket = bench.tickets().get(call.caller(), ref); // clean, and if it is still the caller's to see
        return bench.page().of(call.caller(), ticket, bench.tickets().now());
    }

    private Shown.Saved edit(Call<Entity> call) {
        Ref ref = call.ref(Ticket.TYPE, "id");
        Tickets tickets = bench.tickets();
        Saved saved =
                tickets.edit(call.caller(), ref, call.version(), call.body().fields());
        return Shown.Saved.of(Ticket.TYPE, saved);
    }

    private Shown.Saved create(Call<Entity> call) {
        Tickets tickets = bench.tickets();
        Saved saved = tickets.create(call.caller(), call.body().fields(), call.once());
        return Shown.Saved.of(Ticket.TYPE, saved);
    }

    private Slice<OptionShown> options(Call<Void> call) {
        Field<Choice> field = field(call);
        Optional<String> tickets = call.query("tickets");
        if (field.equals(Ticket.STATUS) && tickets.isPresent())
            return new Slice<>(bench.legal().of(call.caller(), Statuses.refs(tickets.get())), Optional.empty());
        Fields.Builder given = Fields.with();
        call.query("issueType").ifPresent(word -> given.set(Ticket.ISSUE_TYPE, Choice.named(word)));
        call.query("organization")
                .flatMap(id -> customer(call.caller(), id))
                .ifPresent(ref -> given.set(Ticket.ORGANIZATION, ref));
        return OptionShown.all(bench.lists().options(call.caller(), Ticket.TYPE, field, given.build()));
    }

    /** What a customer has agreed on is for those who may know of its tickets. */
    private Optional<Ref> customer(Caller caller, String id) {
        return Optional.of(Ref.to(Organization.TYPE, id))
                .filter(ref -> bench.reach().of(caller).have(id))
                .filter(ref -> bench.records().get(caller, ref).isPresent());
    }

    private static Field<Choice> field(Call<Void> call) {
        return Ticket.TYPE
                .field(call.path("field"))
                .flatMap(Field::ofChoices)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.NOT_FOUND,
                        "A ticket has no field of that name that is chosen from a list. There are: "
                                + String.join(
                                        ", ",
                                        Ticket.TYPE.fields().stream()
                                                .filter(each -> each.ofChoices().isPresent())
                                                .map(Field::name)
                                                .toList())
                                + "."));
    }
}
