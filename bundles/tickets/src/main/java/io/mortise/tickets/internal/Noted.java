package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records;
import io.mortise.api.Slice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.TicketNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tickets that words are found in the notes of, and not in the ticket itself: each at its newest such note. */
final class Noted {
    private static final int SHORTEST = 3;
    private static final int PART = 100;
    /** So many notes are looked through for one page; the next goes on from there. */
    private static final int MOST_PARTS = 5;
    /** After so many such looks a count is "more": notes of tickets that were found before are many. */
    private static final int MOST_COUNTED = 20;

    private final Records records;

    Noted(Records records) {
        this.records = records;
    }

    /** What is typed must be long enough to mean something: nearly each note has a word with an "a". */
    static boolean asks(String words) {
        return words.strip().length() >= SHORTEST;
    }

    Slice<Entity> page(Caller caller, Find find, String words, Optional<String> after, int limit) {
        if (!caller.may(Right.read(TicketNote.TYPE))) return new Slice<>(List.of(), Optional.empty());
        List<Entity> found = new ArrayList<>();
        Optional<String> place = after;
        for (int parts = 0; parts < MOST_PARTS && found.size() < limit; parts++) {
            Slice<Entity> notes = records.list(caller, notes(words).page(place, Math.min(PART, limit - found.size())));
            for (Entity note : notes.items()) ticket(caller, find, words, note).ifPresent(found::add);
            place = notes.next();
            if (place.isEmpty()) break;
        }
        return new Slice<>(found, place);
    }

    long count(Caller caller, Find find, String words, int most) {
        long count = 0;
        Optional<String> place = Optional.empty();
        int pages = 0;
        do {
            Slice<Entity> some = page(caller, find, words, place, PART);
            count += some.items().size();
            place = some.next();
        } while (place.isPresent() && count < most && ++pages < MOST_COUNTED);
        return place.isPresent() ? most : count;
    }

    private Optional<Entity> ticket(Caller caller, Find find, String words, Entity note) {
        Optional<Ref> of = note.get(TicketNote.TICKET);
        if (of.isEmpty() || !isNewest(caller, of.get(), words, note)) return Optional.empty();
        return records.get(caller, of.get()).filter(ticket -> Told.holds(find, ticket) && !Told.says(ticket, words));
    }

    private boolean isNewest(Caller caller, Ref ticket, String words, Entity note) {
        Find first = notes(words).of(TicketNote.TICKET, ticket).page(Optional.empty(), 1);
        return records.list(caller, first).items().stream()
                .anyMatch(found -> found.ref().equals(note.ref()));
    }

    private static Find notes(String words) {
        return Find.all(TicketNote.TYPE)
                .words(words)
                .down(EntityType.CHANGED_AT)
                .without(TicketNote.DETAILS);
    }
}
