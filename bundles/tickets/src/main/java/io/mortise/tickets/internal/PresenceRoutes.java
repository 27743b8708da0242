package io.mortise.tickets.internal;

import io.mortise.api.Events;
import io.mortise.api.Refusal;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import io.mortise.tickets.internal.Presence.State;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Who looks at a ticket or writes a reply at this moment, told live to others. */
@Component
public final class PresenceRoutes implements Routes {
    private static final String TOPIC = "ticket.presence";
    private static final long LOOK = 10;
    private final Workbench bench;
    private final Events events;
    private final Presence presence;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread one = new Thread(task, "mortise-presence");
        one.setDaemon(true);
        return one;
    });

    @Activate
    public PresenceRoutes(@Reference Workbench bench, @Reference Events events) {
        this.bench = bench;
        this.events = events;
        this.presence = new Presence(bench.clock());
        thread.scheduleWithFixedDelay(() -> presence.gone().forEach(this::tell), LOOK, LOOK, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    /** @param state viewing or replying */
    public record Here(String user, String name, String state) {}

    /** @param state viewing, replying or gone */
    public record Wish(String state) {}

    @Override
    public List<Route<?, ?>> routes() {
        Right read = Right.read(Ticket.TYPE);
        return List.of(
                Route.get("/tickets/{id}/presence", Shape.list(Shape.of(Here.class)), this::list)
                        .needs(read)
                        .summary("Who is at a ticket now"),
                Route.put("/tickets/{id}/presence", Shape.of(Wish.class), Shape.list(Shape.of(Here.class)), this::put)
                        .needs(read)
                        .unversioned()
                        .summary("Says that you are at a ticket; to be said again within 45 s. Answers who is"));
    }

    private Slice<Here> list(Call<?> call) {
        Ref ticket =
                bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id")).ref();
        return new Slice<>(
                presence.at(ticket.id()).stream()
                        .map(who -> new Here(who.user(), who.name(), word(who.state())))
                        .toList(),
                Optional.empty());
    }

    private Slice<Here> put(Call<Wish> call) {
        Ref ticket =
                bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id")).ref();
        State state = Stream.of(State.values())
                .filter(each -> word(each).equals(call.body().state()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "\"state\" is viewing, replying or gone.", Map.of("state", "is none of these")));
        Presence.Who who =
                new Presence.Who(ticket.id(), call.caller().id(), call.caller().name(), state);
        if (presence.is(who)) tell(who);
        return list(call);
    }

    /** Not who: that is told to those who may see the ticket, when they ask. */
    private void tell(Presence.Who who) {
        events.tell(TOPIC, Ref.to(Ticket.TYPE, who.ticket()), Map.of("type", Ticket.TYPE.name(), "id", who.ticket()));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
