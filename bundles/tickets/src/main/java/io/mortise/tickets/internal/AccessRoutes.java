package io.mortise.tickets.internal;

import io.mortise.api.Reach.Customers;
import io.mortise.api.Routes;
import io.mortise.model.Part;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose tickets a person sees, so that screens can say why there are no more. */
@Component
public final class AccessRoutes implements Routes {
    private final Workbench bench;

    @Activate
    public AccessRoutes(@Reference Workbench bench) {
        this.bench = bench;
    }

    /**
     * @param all tickets of every customer are seen
     * @param customers how many are seen, where it isn't all; 0 otherwise
     * @param why it isn't all, in a sentence; "" otherwise
     * @param troubles why nothing comes from a PSA now, each a sentence; what is saved meanwhile is kept
     * @param off why nobody sees any, while an administrator has switched tickets off; "" otherwise
     */
    public record Seen(boolean all, int customers, String why, String off, List<String> troubles) {
        static Seen of(Customers customers, Desk.Standing standing, List<String> troubles) {
            return new Seen(
                    customers.areAll(),
                    customers.some().map(Set::size).orElse(0),
                    customers.why(),
                    standing.isOff() ? standing.why() : "",
                    troubles);
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get("/my/ticket-access", Shape.of(Seen.class), this::show)
                .needs(Right.read(Ticket.TYPE))
                .summary("Whose tickets you see, and why it isn't everybody's"));
    }

    private Seen show(Call<Void> call) {
        return Seen.of(
                bench.reach().of(call.caller()),
                bench.desk().standing(),
                bench.desk().troubles(Part.PSA, Ticket.TYPE.name()::equals));
    }
}
