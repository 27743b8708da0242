package io.mortise.crm.internal;

import io.mortise.api.Find;
import io.mortise.api.Journal;
import io.mortise.api.Records;
import io.mortise.api.Refusal;
import io.mortise.api.Routes;
import io.mortise.api.Shown;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /organizations}, {@code /locations}, {@code /contacts} and {@code /configurations}: one set of rules for all. */
@Component
public final class RecordRoutes implements Routes {
    static final List<EntityType> TYPES = List.of(Organization.TYPE, Location.TYPE, Contact.TYPE, Configuration.TYPE);
    /** Where some of them are and whose, besides their organization; each is called as the type that it names. */
    private static final List<Field<Ref>> NEAR = List.of(Configuration.LOCATION, Configuration.CONTACT);

    private final Records records;
    private final Journal journal;

    @Activate
    public RecordRoutes(@Reference Records records, @Reference Journal journal) {
        this.records = records;
        this.journal = journal;
    }

    /** One line of a record's history. */
    public record Line(
            String at,
            String event,
            Map<String, Object> before,
            Map<String, Object> after,
            String source,
            String by,
            String text) {}

    /** How many there are. */
    public record Count(long count) {}

    @Override
    public List<Route<?, ?>> routes() {
        List<Route<?, ?>> routes = new ArrayList<>();
        for (EntityType type : TYPES) add(routes, type, "/" + type.name() + "s");
        return routes;
    }

    private void add(List<Route<?, ?>> routes, EntityType type, String path) {
        Right read = Right.read(type);
        Right edit = Right.edit(type);
        routes.add(narrowed(type, Route.get(path, Shape.list(Shape.of(type)), call -> list(type, call)))
                .needs(read)
                .paged()
                .query("sort", Sort.WORDS)
                .query("inactive", "true shows deactivated ones too")
                .summary("The " + type.name() + "s, in parts"));
        routes.add(narrowed(
                        type,
                        Route.get(
                                path + "/count",
                                Shape.of(Count.class),
                                call -> new Count(records.count(call.caller(), find(type, call)))))
                .needs(read)
                .query("inactive", "true counts deactivated ones too")
                .summary("How many " + type.name() + "s there are"));
        routes.add(
                Route.get(path + "/choices/{field}", Shape.of(Records.Choices.class), call -> choices(type, call))
                        .needs(read)
                        .query("q", "beginnings of words in it, as somebody types")
                        .query("limit", "how many at most, 1 to 200; all if not said")
                        .summary(
                                "What a field can be that is chosen from a list, in the order of the list; open: any other word will do, too"));
        routes.add(Route.get(path + "/{id}", Shape.of(Shown.class), call -> show(type, call))
                .needs(read)
                .summary("One " + type.name()
                        + ", with where it is, where each value comes from, and why what is locked can't be changed"));
        routes.add(Route.get(path + "/{id}/journal", Shape.list(Shape.of(Line.class)), call -> history(type, call))
                .needs(read)
                .paged()
                .summary("What ever happened to it, newest first"));
        routes.add(Route.patch(path + "/{id}", Shape.of(type), Shape.of(Shown.Saved.class), call -> edit(type, call))
                .needs(edit)
                .summary("Changes the fields mentioned, here and at once in every system"));
        routes.add(Route.post(path, Shape.of(type), Shape.of(Shown.Saved.class), call -> create(type, call))
                .needs(edit)
                .keyed()
                .summary("Makes a new one"));
    }

    private static <O> Route<Void, O> narrowed(EntityType type, Route<Void, O> route) {
        Route<Void, O> all = route.query("q", "words that it begins with")
                .query("organization", "id of the organization that it lies in");
        for (Field<Ref> field : near(type)) all = all.query(field.name(), "id of its " + field.name());
        return all;
    }

    private static List<Field<Ref>> near(EntityType type) {
        return NEAR.stream().filter(field -> type.fields().contains(field)).toList();
    }

    private Slice<Entity> list(EntityType type, Call<?> call) {
        return records.list(call.caller(), find(type, call));
    }

    private Find find(EntityType type, Call<?> call) {
        Find find = Find.all(type)
                .page(call.query("after"), call.limit())
                .words(call.query("q").orElse(""));
        if (call.query("inactive").filter("true"::equals).isPresent()) find = find.alsoInactive();
        Optional<String> organization = call.query("organization");
        if (organization.isPresent() && type.within().isPresent())
            find = find.of(type.within().get(), Ref.to(Organization.TYPE, organization.get()));
        for (Field<Ref> field : near(type)) {
            Optional<String> id = call.query(field.name());
            if (id.isPresent()) find = find.of(field, new Ref(field.name(), id.get()));
        }
        return Sort.of(type, find, call.query("sort"));
    }

    private Records.Choices choices(EntityType type, Call<?> call) {
        String name = call.path("field");
        Field<?> field = type.field(name)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.NOT_FOUND,
                        "A " + type.name() + " has no field \"" + name + "\"" + chosen(type)));
        Field<Choice> choice = field.ofChoices()
                .orElseThrow(() -> Refusal.invalid(
                        "\"" + name + "\" isn't chosen from a list" + chosen(type),
                        Map.of(name, "isn't chosen from a list")));
        int most = call.query("limit").isPresent() ? call.limit() : Integer.MAX_VALUE;
        return records.choices(call.caller(), type, choice, Fields.NONE)
                .like(call.query("q").orElse(""), most);
    }

    private static String chosen(EntityType type) {
        return type.fields().stream()
                .filter(field -> field.ofChoices().isPresent())
                .map(Field::name)
                .collect(Collectors.joining(", ", ". Chosen from a list: ", "."));
    }

    private Shown show(EntityType type, Call<?> call) {
        Ref ref = call.ref(type, "id");
        Entity entity = records.get(call.caller(), ref).orElseThrow(() -> noSuch(type));
        return Shown.of(
                type,
                entity,
                records.links(call.caller(), ref),
                records.origins(call.caller(), ref),
                records.locked(call.caller(), ref));
    }

    private Slice<Line> history(EntityType type, Call<?> call) {
        return journal.of(call.caller(), call.ref(type, "id"), call.query("after"), call.limit())
                .map(e -> new Line(
                        e.at().toString(),
                        e.event(),
                        e.before().plain(type),
                        e.after().plain(type),
                        e.source(),
                        e.by(),
                        e.text()));
    }

    private Shown.Saved edit(EntityType type, Call<Entity> call) {
        Ref ref = call.ref(type, "id");
        return Shown.Saved.of(
                type,
                records.edit(call.caller(), ref, call.version(), call.body().fields()));
    }

    private Shown.Saved create(EntityType type, Call<Entity> call) {
        return Shown.Saved.of(
                type, records.create(call.caller(), type, call.body().fields(), call.once()));
    }

    private static Refusal noSuch(EntityType type) {
        return new Refusal(
                Refusal.Reason.NOT_FOUND, "There is no such " + type.name() + ", or you may not know of it.");
    }
}
