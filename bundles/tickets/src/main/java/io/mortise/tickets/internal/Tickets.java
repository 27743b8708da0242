package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Journal;
import io.mortise.api.Once;
import io.mortise.api.Records;
import io.mortise.api.Records.Option;
import io.mortise.api.Records.Saved;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Choice;
import io.mortise.model.Contact;
import io.mortise.model.Entity;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads, makes and changes tickets, by the rules of the desk. Thread-safe. */
final class Tickets {
    private static final List<Field<Choice>> USUAL = List.of(Ticket.PRIORITY, Ticket.KIND, Ticket.SOURCE, Ticket.QUEUE);
    private final Records records;
    private final Desk desk;
    private final Lists lists;
    private final Numbers numbers;
    private final Aside aside;
    private final Clock clock;

    Tickets(Records records, Journal journal, Desk desk, Lists lists, Numbers numbers, Clock clock) {
        this.records = records;
        this.desk = desk;
        this.lists = lists;
        this.numbers = numbers;
        this.aside = new Aside(records, journal, Ticket.TYPE);
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND, also while tickets are switched off: that is said then */
    Entity get(Caller caller, Ref ref) {
        Desk.Standing standing = desk.standing();
        if (standing.isOff()) throw new Refusal(Reason.NOT_FOUND, standing.why());
        return records.get(caller, ref)
                .orElseThrow(
                        () -> new Refusal(Reason.NOT_FOUND, "There is no such ticket, or you may not know of it."));
    }

    Moves moves(Caller caller) {
        return new Moves(lists.closed(caller));
    }

    Saved edit(Caller caller, Ref ref, long version, Fields given) {
        Entity before = get(caller, ref);
        Desk.Standing standing = desk.require();
        Fields changes = moves(caller).checked(before.fields(), before.isActive(), written(given));
        contact(caller, changes);
        listed(caller, standing, changes);
        return aside.edit(caller, before, version, changes);
    }

    Saved create(Caller caller, Fields given, Optional<Once> once) {
        Desk.Standing standing = desk.require();
        Fields fields = moves(caller).checkedNew(filled(caller, written(given)));
        contact(caller, fields);
        listed(caller, standing, fields);
        whole(caller, fields);
        Fields numbered = standing.isHere()
                ? fields.but().set(Ticket.NUMBER, numbers.next()).build()
                : fields;
        return records.create(caller, Ticket.TYPE, numbered, once);
    }

    /** Choices by their words, as the hub keeps them, and a text in which nothing runs. */
    private Fields written(Fields given) {
        Fields.Builder written = given.but();
        for (Field<?> field : Ticket.TYPE.fields())
            field.ofChoices()
                    .ifPresent(choices -> given.get(choices)
                            .filter(choice -> !choice.label().isBlank())
                            .ifPresent(choice -> written.set(choices, Choice.named(choice.label()))));
        given.get(Ticket.DESCRIPTION)
                .map(RichText::html)
                .map(text -> Html.written(text, Ticket.DESCRIPTION.name(), records::clean))
                .ifPresent(text -> written.set(Ticket.DESCRIPTION, text));
        return written.build();
    }

    /** What nobody said and a ticket can't be without: what its list has for usual, or tickets had lately. */
    private Fields filled(Caller caller, Fields given) {
        Fields.Builder all = given.but();
        if (given.get(Ticket.OPEN_DATE).isEmpty()) all.set(Ticket.OPEN_DATE, clock.instant());
        if (given.get(Ticket.STATUS).isEmpty())
            all.set(Ticket.STATUS, lists.usual(caller, Ticket.STATUS).or(() -> lists.first(caller)));
        Lists.Lately lately = lists.new Lately(caller);
        for (Field<Choice> field : USUAL)
            if (!given.mentions(field))
                lists.usual(caller, field).or(() -> lately.of(field)).ifPresent(choice -> all.set(field, choice));
        return all.build();
    }

    /** What a PSA takes no ticket without, and nobody said nor tickets had lately. */
    private void whole(Caller caller, Fields fields) {
        Map<String, String> wrong = new TreeMap<>();
        for (Field<Choice> field : USUAL) {
            if (fields.get(field).isPresent()) continue;
            List<Option> all = lists.options(caller, Ticket.TYPE, field, Fields.NONE);
            if (!all.isEmpty()) wrong.put(field.name(), "is needed: " + labels(all));
        }
        Moves.refuse(wrong);
    }

    private static String labels(List<Option> options) {
        return String.join(
                ", ",
                options.stream()
                        .map(option -> option.choice().label())
                        .limit(20)
                        .toList());
    }

    private void contact(Caller caller, Fields changes) {
        Optional<Entity> person = changes.get(Ticket.CONTACT)
                .filter(ref -> ref.type().equals(Contact.TYPE.name()))
                .flatMap(ref -> records.get(caller, ref));
        if (person.isPresent() && !person.get().isActive())
            Moves.refuse(Map.of(Ticket.CONTACT.name(), "has been deleted or deactivated: choose somebody else"));
    }

    /** Where no PSA keeps lists, the built-in one of statuses holds. */
    private void listed(Caller caller, Desk.Standing standing, Fields changes) {
        if (!standing.isHere()) return;
        Map<String, String> wrong = new TreeMap<>();
        changes.get(Ticket.STATUS).ifPresent(status -> {
            List<Option> all = lists.options(caller, Ticket.TYPE, Ticket.STATUS, Fields.NONE);
            if (all.stream().noneMatch(option -> option.choice().equals(status)))
                wrong.put(Ticket.STATUS.name(), "isn't in the list: " + labels(all));
        });
        Moves.refuse(wrong);
    }

    Instant now() {
        return clock.instant();
    }
}
