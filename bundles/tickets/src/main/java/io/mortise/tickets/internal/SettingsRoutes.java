package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Routes;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** "PSA Ticket Settings": whether tickets are exchanged, and which documentation is suggested for them. */
@Component
public final class SettingsRoutes implements Routes {
    private static final Right ADMIN = Right.named("admin");
    private static final int MOST = 200;
    private final Workbench bench;
    private final Rules rules;

    @Activate
    public SettingsRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.rules = new Rules(bench.documents());
    }

    /**
     * @param integration on, off or none
     * @param system the PSA's name; "" where none is connected
     * @param why what that means, in a sentence
     */
    public record Settings(long version, String integration, String system, String why, List<Rule> rules) {}

    public record Wish(List<Rule> rules) {
        public Wish {
            if (rules.size() > MOST) throw new IllegalArgumentException("there are at most " + MOST + " rules");
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/ticket-settings", Shape.of(Settings.class), call -> settings(call.caller()))
                        .needs(Right.read(Ticket.TYPE))
                        .summary(
                                "Whether tickets are exchanged with the PSA, and to administrators the rules of related documentation"),
                Route.put("/ticket-settings", Shape.of(Wish.class), Shape.of(Settings.class), this::save)
                        .needs(ADMIN)
                        .summary("Sets the rules of related documentation"));
    }

    /** Rules name customers and their documentation: who sets them sees them. */
    private Settings settings(Caller caller) {
        Desk.Standing standing = bench.desk().standing();
        Rules.Kept kept = rules.kept();
        return new Settings(
                kept.version(),
                standing.integration().name().toLowerCase(Locale.ROOT),
                standing.system(),
                standing.why(),
                caller.may(ADMIN) ? kept.rules() : List.of());
    }

    private Settings save(Call<Wish> call) {
        rules.keep(call.version(), call.body().rules());
        return settings(call.caller());
    }
}
