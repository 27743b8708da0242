package io.mortise.tickets.internal;

import io.mortise.api.Documents.Document;
import io.mortise.api.Routes;
import io.mortise.model.Field;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What tickets that are made again and again begin with. */
@Component
public final class TemplateRoutes implements Routes {
    private static final String NAMESPACE = "ticket-templates";
    private static final int LONGEST = 250;
    private static final int MOST = 200;
    private static final Set<String> LISTS = Ticket.TYPE.fields().stream()
            .filter(field -> field.ofChoices().isPresent())
            .map(Field::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Workbench bench;
    private final Shelf<Template> shelf;

    @Activate
    public TemplateRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.shelf = new Shelf<>(bench.documents(), NAMESPACE, "template", MOST, TemplateRoutes::read, Template::name);
    }

    /**
     * @param title "" if it says none
     * @param description HTML; "" if it says none
     * @param words of lists, by the ticket's field: {@code queue} and "Level 2"
     */
    public record Template(
            String id, long version, String name, String title, String description, Map<String, String> words) {}

    public record Wish(
            String name, Optional<String> title, Optional<String> description, Optional<Map<String, String>> words) {
        public Wish {
            if (name.isBlank() || name.length() > LONGEST)
                throw new IllegalArgumentException("needs a name of at most " + LONGEST + " characters");
            if (title.filter(text -> text.length() > LONGEST).isPresent())
                throw new IllegalArgumentException("has a title of at most " + LONGEST + " characters");
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        Right admin = Right.named("admin");
        return List.of(
                Route.get("/ticket-templates", Shape.list(Shape.of(Template.class)), call -> shelf.list())
                        .needs(Right.read(Ticket.TYPE))
                        .summary("Templates of tickets, by name"),
                Route.post("/ticket-templates", Shape.of(Wish.class), Shape.of(Template.class), this::create)
                        .needs(admin)
                        .keyed()
                        .summary("Makes a template of tickets"),
                Route.put("/ticket-templates/{id}", Shape.of(Wish.class), Shape.of(Template.class), this::change)
                        .needs(admin)
                        .summary("Changes a template of tickets"),
                Route.delete("/ticket-templates/{id}", call -> shelf.remove(call.path("id")))
                        .needs(admin)
                        .summary("Removes a template of tickets"));
    }

    private Template create(Call<Wish> call) {
        return shelf.make(call.caller(), call.once(), plain(call.body()));
    }

    private Template change(Call<Wish> call) {
        return shelf.change(call.path("id"), call.version(), plain(call.body()));
    }

    private Map<String, Object> plain(Wish wish) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", wish.name().strip());
        out.put("title", wish.title().orElse("").strip());
        out.put("description", description(wish.description().orElse("")));
        out.put("words", words(wish.words().orElse(Map.of())));
        return out;
    }

    private String description(String html) {
        return html.isBlank()
                ? ""
                : Html.written(html, Ticket.DESCRIPTION.name(), bench.records()::clean)
                        .html();
    }

    private static Map<String, String> words(Map<String, String> given) {
        Map<String, String> wrong = new TreeMap<>();
        given.forEach((field, word) -> {
            if (!LISTS.contains(field)) wrong.put(field, "isn't a list of tickets: " + String.join(", ", sorted()));
            else if (word.isBlank() || word.length() > LONGEST) wrong.put(field, "must be a word of the list");
        });
        Moves.refuse(wrong);
        return new TreeMap<>(given);
    }

    private static List<String> sorted() {
        return LISTS.stream().sorted().toList();
    }

    private static Template read(Document document) {
        Map<String, Object> in = document.value();
        Map<String, String> words = new TreeMap<>();
        ((Map<?, ?>) in.get("words")).forEach((field, word) -> words.put((String) field, (String) word));
        return new Template(
                document.key(),
                document.version(),
                (String) in.get("name"),
                (String) in.get("title"),
                (String) in.get("description"),
                words);
    }
}
