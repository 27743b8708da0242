package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Ticket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The order of a list. By priority is a list for each priority, one after the other, since its order is its list's. */
final class Sort {
    static final String WORDS = "updated, opened, due, title, number or priority; a minus before it turns the order";
    private final Lists lists;

    Sort(Lists lists) {
        this.lists = lists;
    }

    /** The parts of the list, in order. */
    List<Find> of(Caller caller, Find find, Optional<String> asked) {
        boolean since = find.where().stream().anyMatch(c -> c.field().equals(EntityType.CHANGED_AT));
        String by = asked.orElse(since ? "updated" : "-updated");
        boolean down = by.startsWith("-");
        String name = down ? by.substring(1) : by;
        if (!name.equals("priority")) return List.of(sorted(find, field(name), down));
        return byPriority(caller, find, down);
    }

    private static Find sorted(Find find, Field<?> by, boolean down) {
        return down ? find.down(by) : find.up(by);
    }

    private static Field<?> field(String name) {
        return switch (name) {
            case "updated" -> EntityType.CHANGED_AT;
            case "opened" -> Ticket.OPEN_DATE;
            case "due" -> Ticket.DUE_DATE;
            case "title" -> Ticket.TITLE;
            case "number" -> Ticket.NUMBER;
            default -> throw Filter.wrong("sort", "must be " + WORDS);
        };
    }

    private List<Find> byPriority(Caller caller, Find find, boolean down) {
        List<Choice> inOrder = new ArrayList<>(lists.inOrder(caller, Ticket.PRIORITY));
        if (down) Collections.reverse(inOrder);
        List<Find> parts = new ArrayList<>();
        for (Choice priority : inOrder)
            parts.add(find.is(Ticket.PRIORITY, priority).down(EntityType.CHANGED_AT));
        parts.add(find.missing(Ticket.PRIORITY).down(EntityType.CHANGED_AT));
        return parts;
    }
}
