package io.mortise.tickets.internal;

import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Field;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.util.List;
import java.util.Locale;

/**
 * Which documentation is suggested for which tickets. What is left empty holds for all.
 *
 * @param types words of ticket types; {@code queues} of queues
 * @param organizations ids of customers
 * @param words of which one stands in the ticket's title or description
 * @param suggest records of the documentation that it names
 * @param search words that the names of what else it suggests begin with
 */
public record Rule(
        String name,
        List<String> types,
        List<String> queues,
        List<String> organizations,
        List<String> words,
        List<Named> suggest,
        List<String> search) {
    static final List<String> KINDS = List.of("documentationItem", "password", "checklistTemplate");
    private static final int MOST = 50;
    private static final int LONGEST = 200;

    /** A record. */
    public record Named(String type, String id) {
        Ref ref() {
            return new Ref(type, id);
        }
    }

    public Rule {
        if (name.isBlank() || name.length() > LONGEST) throw new IllegalArgumentException("a rule needs a short name");
        for (List<?> list : List.of(types, queues, organizations, words, suggest, search))
            if (list.size() > MOST) throw new IllegalArgumentException("no list of a rule takes more than " + MOST);
        if (suggest.stream().anyMatch(each -> !KINDS.contains(each.type())))
            throw new IllegalArgumentException("a rule suggests records of these types: " + String.join(", ", KINDS));
        if (suggest.isEmpty() && search.isEmpty())
            throw new IllegalArgumentException("a rule must suggest something: name it, or words to look for");
    }

    /** @param text of the ticket, title and description, in lower case */
    boolean holds(Entity ticket, String text) {
        boolean customer = organizations.isEmpty()
                || ticket.get(Ticket.ORGANIZATION)
                        .filter(ref -> organizations.contains(ref.id()))
                        .isPresent();
        boolean said = words.isEmpty()
                || words.stream()
                        .anyMatch(word ->
                                text.contains(word.toLowerCase(Locale.ROOT).strip()));
        return customer && said && isOne(ticket, Ticket.KIND, types) && isOne(ticket, Ticket.QUEUE, queues);
    }

    private static boolean isOne(Entity ticket, Field<Choice> field, List<String> words) {
        return words.isEmpty()
                || words.stream()
                        .map(Choice::named)
                        .anyMatch(word -> ticket.get(field).equals(java.util.Optional.of(word)));
    }
}
