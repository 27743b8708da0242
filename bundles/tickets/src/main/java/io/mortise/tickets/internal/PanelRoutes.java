package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Alert;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Expense;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What stands beside a ticket: expenses, repeated alarms, its contact's other tickets. */
@Component
public final class PanelRoutes implements Routes {
    /** The last five, as technicians know them. */
    private static final int LAST = 5;

    private final Workbench bench;

    @Activate
    public PanelRoutes(@Reference Workbench bench) {
        this.bench = bench;
    }

    /** The contact's last five of each; none where the ticket has no contact. */
    public record ContactTickets(List<Item> open, List<Item> closed) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                below(
                        "expenses",
                        Expense.TYPE,
                        "What a ticket cost besides time, newest first",
                        expense -> expense.get(Expense.DATE)
                                .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))),
                below(
                        "alerts",
                        Alert.TYPE,
                        "Repeated alarms of a ticket's machine, newest first",
                        alert -> alert.get(Alert.RAISED_AT)),
                Route.get("/tickets/{id}/contact-tickets", Shape.of(ContactTickets.class), this::ofContact)
                        .needs(Right.read(Ticket.TYPE))
                        .summary("The last five open and the last five closed tickets of a ticket's contact"));
    }

    private Route<Void, Slice<Entity>> below(
            String path, EntityType type, String summary, Function<Entity, Optional<Instant>> when) {
        return Route.get("/tickets/{id}/" + path, Shape.list(Shape.of(type)), call -> list(call, type, when))
                .needs(Right.read(Ticket.TYPE), Right.read(type))
                .paged()
                .summary(summary);
    }

    private Slice<Entity> list(Call<Void> call, EntityType type, Function<Entity, Optional<Instant>> when) {
        Ref ticket =
                bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id")).ref();
        List<Placed<Entity>> all =
                Below.of(bench.records(), call.caller(), type, type.within().orElseThrow(), ticket).stream()
                        .map(one -> new Placed<>(at(one, when), one.id(), one))
                        .toList();
        return Placed.page(all, call.query("after"), call.limit());
    }

    private static Instant at(Entity one, Function<Entity, Optional<Instant>> when) {
        return when.apply(one).or(() -> one.get(EntityType.CHANGED_AT)).orElse(Instant.EPOCH);
    }

    private ContactTickets ofContact(Call<Void> call) {
        Caller caller = call.caller();
        Entity ticket = bench.tickets().get(caller, call.ref(Ticket.TYPE, "id"));
        Optional<Ref> contact = ticket.get(Ticket.CONTACT);
        if (contact.isEmpty()) return new ContactTickets(List.of(), List.of());
        Find theirs = Find.all(Ticket.TYPE).is(Ticket.CONTACT, contact.get()).without(Ticket.DESCRIPTION);
        Set<Choice> closed = bench.lists().closed(caller);
        return new ContactTickets(
                last(caller, theirs, bench.lists().open(caller), Ticket.OPEN_DATE, closed),
                last(caller, theirs, closed, closing(), closed));
    }

    /** When one was closed only a PSA says; without one it is its last change. */
    private Field<Instant> closing() {
        return bench.desk().standing().isHere() ? EntityType.CHANGED_AT : Ticket.COMPLETED_AT;
    }

    private List<Item> last(Caller caller, Find find, Set<Choice> statuses, Field<Instant> by, Set<Choice> closed) {
        Optional<Find> some = Filter.among(find, statuses);
        if (some.isEmpty()) return List.of();
        List<Entity> found = bench.records()
                .list(caller, some.get().down(by).page(Optional.empty(), LAST))
                .items();
        Names names = Names.of(bench.records(), caller, found);
        return found.stream()
                .map(one -> Item.of(one, names, closed, bench.tickets().now()))
                .toList();
    }
}
