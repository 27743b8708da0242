package io.mortise.tickets.internal;

import io.mortise.api.Documents.Document;
import io.mortise.api.Routes;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a person likes the desk to be. */
@Component
public final class PreferenceRoutes implements Routes {
    private static final String NAMESPACE = "ticket-preferences";
    private static final String KEY = "all";
    private static final int MOST = 60;
    private final Workbench bench;

    @Activate
    public PreferenceRoutes(@Reference Workbench bench) {
        this.bench = bench;
    }

    /**
     * @param version 0 while nothing was said
     * @param columns in order; none for the usual ones
     * @param sort of lists whose view has none of its own; "" where nothing was said
     * @param keepTime leaving a ticket keeps time that isn't committed; otherwise it is lost, after a warning
     */
    public record Preferences(long version, List<String> columns, String sort, boolean keepTime) {}

    public record Wish(Optional<List<String>> columns, Optional<String> sort, Optional<Boolean> keepTime) {
        public Wish {
            if (columns.filter(all -> all.size() > MOST).isPresent())
                throw new IllegalArgumentException("there are at most " + MOST + " columns");
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        Right read = Right.read(Ticket.TYPE);
        return List.of(
                Route.get("/my/ticket-preferences", Shape.of(Preferences.class), this::show)
                        .needs(read)
                        .summary("Columns and order of your lists, and whether leaving a ticket keeps your time"),
                Route.put("/my/ticket-preferences", Shape.of(Wish.class), Shape.of(Preferences.class), this::save)
                        .needs(read)
                        .summary("Sets them; what is left out is as usual"));
    }

    private Preferences show(Call<Void> call) {
        return bench.documents()
                .find(call.caller(), NAMESPACE, KEY)
                .map(PreferenceRoutes::read)
                .orElseGet(() -> new Preferences(0, List.of(), "", false));
    }

    private Preferences save(Call<Wish> call) {
        Wish wish = call.body();
        Map<String, Object> value = Map.of(
                "columns", wish.columns().orElse(List.of()),
                "sort", wish.sort().orElse(""),
                "keepTime", wish.keepTime().orElse(false));
        return read(bench.documents().save(call.caller(), NAMESPACE, KEY, call.version(), value, Optional.empty()));
    }

    private static Preferences read(Document document) {
        Map<String, Object> in = document.value();
        return new Preferences(
                document.version(),
                ((List<?>) in.get("columns")).stream().map(String.class::cast).toList(),
                (String) in.get("sort"),
                (Boolean) in.get("keepTime"));
    }
}
