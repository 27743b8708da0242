package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Routes;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
    private final Documented documented;

    @Activate
    public SettingsRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.rules = new Rules(bench.documents());
        this.documented = new Documented(bench.records(), bench.reach());
    }

    /**
     * @param integration on, off or none
     * @param system the PSA's name; "" where none is connected
     * @param why what that means, in a sentence
     * @param names what the rules name is called, by their ids; without what the own login doesn't show
     */
    public record Settings(
            long version, String integration, String system, String why, List<Rule> rules, Map<String, String> names) {}

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
                caller.may(ADMIN) ? kept.rules() : List.of(),
                caller.may(ADMIN) ? names(caller, kept.rules()) : Map.of());
    }

    private Map<String, String> names(Caller caller, List<Rule> rules) {
        Map<String, String> names = new TreeMap<>();
        List<Ref> customers = rules.stream()
                .flatMap(rule -> rule.organizations().stream())
                .filter(bench.reach().of(caller)::have)
                .map(id -> Ref.to(Organization.TYPE, id))
                .distinct()
                .toList();
        bench.records().names(caller, customers).forEach((ref, name) -> names.put(ref.id(), name));
        rules.stream()
                .flatMap(rule -> rule.suggest().stream())
                .distinct()
                .flatMap(named -> bench.records().get(caller, named.ref()).stream())
                .filter(record -> documented.maySee(caller, record))
                .forEach(record -> names.put(record.id(), Documented.title(record)));
        return names;
    }

    private Settings save(Call<Wish> call) {
        rules.keep(call.version(), call.body().rules());
        return settings(call.caller());
    }
}
