package io.mortise.tickets.internal;

import io.mortise.api.Documents.Document;
import io.mortise.api.Routes;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** "PSA Ticket Settings": whether tickets are exchanged, and which documentation is suggested for them. */
@Component
public final class SettingsRoutes implements Routes {
    static final String NAMESPACE = "ticket-settings";
    static final String KEY = "all";
    private static final int MOST = 200;
    private final Workbench bench;

    @Activate
    public SettingsRoutes(@Reference Workbench bench) {
        this.bench = bench;
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
                Route.get("/ticket-settings", Shape.of(Settings.class), call -> settings())
                        .needs(Right.read(Ticket.TYPE))
                        .summary("Whether tickets are exchanged with the PSA, and the rules of related documentation"),
                Route.put("/ticket-settings", Shape.of(Wish.class), Shape.of(Settings.class), this::save)
                        .needs(Right.named("admin"))
                        .summary("Sets the rules of related documentation"));
    }

    private Settings settings() {
        Desk.Standing standing = bench.desk().standing();
        Optional<Document> kept = kept();
        return new Settings(
                kept.map(Document::version).orElse(0L),
                standing.integration().name().toLowerCase(Locale.ROOT),
                standing.system(),
                standing.why(),
                rules(kept));
    }

    private Optional<Document> kept() {
        return bench.documents().find(House.ALL, NAMESPACE, KEY);
    }

    List<Rule> rules() {
        return rules(kept());
    }

    private static List<Rule> rules(Optional<Document> kept) {
        return kept.map(document -> (List<?>) document.value().get("rules")).orElse(List.of()).stream()
                .map(rule -> rule((Map<?, ?>) rule))
                .toList();
    }

    private static Rule rule(Map<?, ?> in) {
        List<Rule.Named> suggest = ((List<?>) in.get("suggest"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(each -> new Rule.Named((String) each.get("type"), (String) each.get("id")))
                        .toList();
        return new Rule(
                (String) in.get("name"),
                texts(in, "types"),
                texts(in, "queues"),
                texts(in, "organizations"),
                texts(in, "words"),
                suggest,
                texts(in, "search"));
    }

    private static List<String> texts(Map<?, ?> in, String name) {
        return ((List<?>) in.get(name)).stream().map(String.class::cast).toList();
    }

    private Settings save(Call<Wish> call) {
        List<Map<String, Object>> rules =
                call.body().rules().stream().map(SettingsRoutes::plain).toList();
        bench.documents().save(House.ALL, NAMESPACE, KEY, call.version(), Map.of("rules", rules), Optional.empty());
        return settings();
    }

    private static Map<String, Object> plain(Rule rule) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", rule.name());
        out.put("types", rule.types());
        out.put("queues", rule.queues());
        out.put("organizations", rule.organizations());
        out.put("words", rule.words());
        out.put(
                "suggest",
                rule.suggest().stream()
                        .map(each -> Map.of("type", each.type(), "id", each.id()))
                        .toList());
        out.put("search", rule.search());
        return out;
    }
}
