package io.mortise.tickets.internal;

import io.mortise.api.Access.Link;
import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Routes;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a rule of related documentation can name. */
@Component
public final class DocumentationRoutes implements Routes {
    private static final int OF_EACH = 20;
    private final Workbench bench;
    private final Documented documented;

    @Activate
    public DocumentationRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.documented = new Documented(bench.records(), bench.reach());
    }

    /** @param customer whose it is, "" if nobody's */
    public record Document(String type, String id, String name, String kind, String customer) {}

    /** @param why nothing can be found, in a sentence; "" otherwise */
    public record Found(List<Document> items, String why) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get("/ticket-settings/documentation", Shape.of(Found.class), this::find)
                .needs(Right.named("admin"))
                .query("q", "beginnings of words of their names")
                .summary("Documentation that a rule can suggest, as far as your own login shows it"));
    }

    private Found find(Call<Void> call) {
        Caller caller = call.caller();
        Link docs = bench.connections().link(caller, Part.DOCS);
        if (!docs.connected()) return new Found(List.of(), RelatedRoutes.why(docs));
        List<Documented.Found> found = new ArrayList<>();
        for (EntityType type : Documented.KINDS.keySet()) {
            if (!caller.may(Right.read(type))) continue;
            Find named = Find.all(type)
                    .words(call.query("q").orElse(""))
                    .up(type.title())
                    .page(Optional.empty(), OF_EACH);
            for (Entity record : bench.records().list(caller, named).items())
                if (documented.maySee(caller, record))
                    documented.of(caller, record).ifPresent(found::add);
        }
        return new Found(shown(caller, found), "");
    }

    private List<Document> shown(Caller caller, List<Documented.Found> found) {
        Map<Ref, String> names = bench.records()
                .names(
                        caller,
                        found.stream().flatMap(one -> one.customer().stream()).toList());
        return found.stream()
                .map(one -> new Document(
                        one.type(),
                        one.id(),
                        one.name(),
                        one.kind(),
                        one.customer().map(names::get).orElse("")))
                .toList();
    }
}
