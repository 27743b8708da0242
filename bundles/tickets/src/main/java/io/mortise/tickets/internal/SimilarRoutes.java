package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** While a ticket is typed: whether it is there already. */
@Component
public final class SimilarRoutes implements Routes {
    private static final int LATELY = 200;
    private static final int MOST = 5;
    private static final double ENOUGH = 0.5;

    private final Workbench bench;

    @Activate
    public SimilarRoutes(@Reference Workbench bench) {
        this.bench = bench;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get("/tickets/similar", Shape.list(Shape.of(Item.class)), this::list)
                .needs(Right.read(Ticket.TYPE))
                .query("organization", "id of the customer")
                .query("contact", "id of the contact; the customer's others count as well, after the contact's own")
                .query("title", "as far as it is typed")
                .summary("Open tickets of a customer whose titles are like one that is typed, at most five"));
    }

    private Slice<Item> list(Call<Void> call) {
        Caller caller = call.caller();
        Set<String> typed = Likeness.words(call.query("title").orElse(""));
        boolean nobody =
                call.query("organization").isEmpty() && call.query("contact").isEmpty();
        if (typed.isEmpty() || nobody || bench.desk().standing().isOff())
            return new Slice<>(List.of(), Optional.empty());
        String asked = call.query("organization").isPresent() ? "organization" : "contact";
        Optional<Find> open =
                bench.filter().of(caller, name -> name.equals("state") ? Optional.of("open") : only(call, asked, name));
        if (open.isEmpty()) return new Slice<>(List.of(), Optional.empty());
        List<Entity> found = bench.records()
                .list(caller, open.get().down(EntityType.CHANGED_AT).page(Optional.empty(), LATELY))
                .items();
        List<Entity> like = like(found, typed, call.query("contact").orElse(""));
        Names names = Names.of(bench.records(), caller, like);
        Set<Choice> closed = bench.lists().closed(caller);
        return new Slice<>(
                like.stream()
                        .map(one -> Item.of(one, names, closed, bench.tickets().now()))
                        .toList(),
                Optional.empty());
    }

    private static Optional<String> only(Call<Void> call, String asked, String name) {
        return name.equals(asked) ? call.query(name) : Optional.empty();
    }

    private record Like(Entity ticket, double much, boolean theirs) {}

    private static List<Entity> like(List<Entity> found, Set<String> typed, String contact) {
        Stream<Like> all = found.stream()
                .map(ticket -> new Like(
                        ticket,
                        Likeness.of(
                                typed, Likeness.words(ticket.get(Ticket.TITLE).orElse(""))),
                        ticket.get(Ticket.CONTACT)
                                .filter(ref -> ref.id().equals(contact))
                                .isPresent()));
        return all.filter(like -> like.much >= ENOUGH)
                .sorted(Comparator.comparing(Like::theirs)
                        .thenComparing(Like::much)
                        .reversed())
                .limit(MOST)
                .map(Like::ticket)
                .toList();
    }
}
