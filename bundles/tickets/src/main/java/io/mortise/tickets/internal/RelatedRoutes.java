package io.mortise.tickets.internal;

import io.mortise.api.Access.Link;
import io.mortise.api.Access.Link.State;
import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records;
import io.mortise.api.Routes;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documentation that goes with a ticket: what the rules name, then what the customer has, the likeliest first. */
@Component
public final class RelatedRoutes implements Routes {
    private static final int OF_EACH = 100;
    private static final int MOST = 50;

    private final Workbench bench;
    private final Rules rules;
    private final Documented documented;

    @Activate
    public RelatedRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.rules = new Rules(bench.documents());
        this.documented = new Documented(bench.records(), bench.reach());
    }

    /**
     * @param type documentationItem, password or checklistTemplate; of a password its name alone
     * @param kind what the documentation calls this sort of thing, "" if nothing special
     * @param url its page there, "" if there is none
     * @param why the rule's name, or "Of this customer"
     */
    public record Suggestion(String type, String id, String name, String kind, String url, String why) {}

    /**
     * @param system where they are kept; "" where none is connected
     * @param why there is nothing, in a sentence; "" otherwise
     * @param unconnected what is missing is a login of the caller's own
     */
    public record Related(List<Suggestion> items, String system, String why, boolean unconnected) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get("/tickets/{id}/related-documentation", Shape.of(Related.class), this::related)
                .needs(Right.read(Ticket.TYPE))
                .summary("Documentation that is suggested for a ticket, by the rules of the ticket settings"));
    }

    private Related related(Call<Void> call) {
        Caller caller = call.caller();
        Entity ticket = bench.tickets().get(caller, call.ref(Ticket.TYPE, "id"));
        Link docs = bench.connections().link(caller, Part.DOCS);
        if (!docs.connected()) return none(docs);
        Map<Ref, Suggestion> found = new LinkedHashMap<>();
        String text = text(ticket).toLowerCase(Locale.ROOT);
        for (Rule rule : rules.kept().rules()) if (rule.holds(ticket, text)) byRule(caller, ticket, rule, found);
        ofCustomer(caller, ticket, found);
        List<Suggestion> items = found.values().stream().limit(MOST).toList();
        String why = items.isEmpty() ? "Nothing of this customer is documented, and no rule fits." : "";
        return new Related(items, docs.system(), why, false);
    }

    private static Related none(Link docs) {
        boolean absent = docs.state() == State.ABSENT;
        return new Related(List.of(), absent ? "" : docs.system(), why(docs), !absent);
    }

    static String why(Link docs) {
        return switch (docs.state()) {
            case ABSENT -> "No documentation system is connected.";
            case LOST ->
                "Your connection to " + docs.system() + " is lost: connect again under My Settings, Integrations.";
            default ->
                "You aren't connected to " + docs.system() + ": connect under My Settings, Integrations, to see this.";
        };
    }

    private String text(Entity ticket) {
        String description = ticket.get(Ticket.DESCRIPTION)
                .map(RichText::html)
                .map(Html::text)
                .orElse("");
        return ticket.get(Ticket.TITLE).orElse("") + " " + description;
    }

    private void byRule(Caller caller, Entity ticket, Rule rule, Map<Ref, Suggestion> found) {
        for (Rule.Named named : rule.suggest())
            bench.records()
                    .get(caller, named.ref())
                    .filter(record -> documented.maySee(caller, record))
                    .ifPresent(record -> add(caller, record, rule.name(), found));
        for (String words : rule.search())
            for (EntityType type : Documented.KINDS.keySet())
                mayRead(caller, type, ticket, Find.all(type).words(words))
                        .forEach(record -> add(caller, record, rule.name(), found));
    }

    private void ofCustomer(Caller caller, Entity ticket, Map<Ref, Suggestion> found) {
        Set<String> about = Likeness.words(text(ticket));
        List<Entity> all = new ArrayList<>();
        for (EntityType type : Documented.KINDS.keySet()) all.addAll(mayRead(caller, type, ticket, Find.all(type)));
        all.stream()
                .sorted((one, other) -> Double.compare(likeness(about, other), likeness(about, one)))
                .forEach(record -> add(caller, record, "Of this customer", found));
    }

    private static double likeness(Set<String> about, Entity record) {
        return Likeness.of(Likeness.words(Documented.title(record)), about);
    }

    /** Of the ticket's customer alone. */
    private List<Entity> mayRead(Caller caller, EntityType type, Entity ticket, Find find) {
        Optional<Ref> customer = ticket.get(Ticket.ORGANIZATION);
        if (customer.isEmpty() || !caller.may(Right.read(type))) return List.of();
        Records records = bench.records();
        Find theirs = find.is(Documented.KINDS.get(type), customer.get()).page(Optional.empty(), OF_EACH);
        return records.list(caller, theirs).items();
    }

    private void add(Caller caller, Entity record, String why, Map<Ref, Suggestion> found) {
        if (found.containsKey(record.ref()) || found.size() >= MOST) return;
        documented
                .of(caller, record)
                .ifPresent(it -> found.put(
                        record.ref(), new Suggestion(it.type(), it.id(), it.name(), it.kind(), it.url(), why)));
    }
}
