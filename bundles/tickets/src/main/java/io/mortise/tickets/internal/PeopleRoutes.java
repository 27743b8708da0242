package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Entity;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.User;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Technicians to whom tickets can be given. */
@Component
public final class PeopleRoutes implements Routes {
    private final Workbench bench;

    @Activate
    public PeopleRoutes(@Reference Workbench bench) {
        this.bench = bench;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get("/tickets/people", Shape.list(Shape.of(User.TYPE)), this::list)
                .needs(Right.read(User.TYPE))
                .query("q", "words that the name or mailbox begins with")
                .query("me", "true: only the person who asks, as the connected systems know them")
                .paged()
                .summary("Technicians of the connected systems, by name"));
    }

    private Slice<Entity> list(Call<Void> call) {
        if (call.query("me").filter("true"::equals).isPresent()) return me(call.caller());
        Find find = Find.all(User.TYPE)
                .words(call.query("q").orElse(""))
                .up(User.NAME)
                .page(call.query("after"), call.limit());
        return bench.records().list(call.caller(), find);
    }

    private Slice<Entity> me(Caller caller) {
        List<Entity> mine = bench.me().all(caller).stream()
                .flatMap((Ref ref) -> bench.records().get(caller, ref).stream())
                .toList();
        return new Slice<>(mine, Optional.empty());
    }
}
