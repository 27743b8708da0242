package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Find;
import io.mortise.api.Records;
import io.mortise.api.Slice;
import io.mortise.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tickets in parts: what the store finds, one list after the other; where words were asked for, then what notes say. */
final class Listing {
    /** No more than so many are counted. */
    static final int COUNTED = 1_000;

    /** Words that many notes have, of tickets that were found already, don't keep a person waiting for ever. */
    private static final int MOST_ROUNDS = 4;

    private static final Pattern PLACE = Pattern.compile("(\\d{1,3})\\.(.*)");
    private final Records records;
    private final Noted noted;
    private final Sort sort;

    Listing(Records records, Lists lists) {
        this.records = records;
        this.noted = new Noted(records);
        this.sort = new Sort(lists);
    }

    /** How many there are, up to 1,000. */
    public record Count(long count, boolean more) {
        static final Count NONE = new Count(0, false);

        static Count of(long found) {
            return new Count(Math.min(found, COUNTED), found > COUNTED);
        }
    }

    /** @param words "" for all */
    Slice<Entity> page(
            Caller caller, Find find, String words, Optional<String> order, Optional<String> after, int limit) {
        List<Find> lists = sort.of(caller, find.words(words), order);
        int all = lists.size() + (Noted.asks(words) ? 1 : 0);
        Matcher place = after.map(PLACE::matcher).orElse(null);
        if (place != null && !place.matches()) throw Slice.noPlace();
        int at = place == null ? 0 : Integer.parseInt(place.group(1));
        if (at >= all) throw Slice.noPlace();
        Optional<String> inside =
                place == null ? Optional.empty() : Optional.of(place.group(2)).filter(text -> !text.isEmpty());
        List<Entity> items = new ArrayList<>();
        for (int rounds = 0; at < all; rounds++) {
            int most = limit - items.size();
            Slice<Entity> part = at < lists.size()
                    ? records.list(caller, lists.get(at).page(inside, most))
                    : noted.page(caller, find, words, inside, most);
            items.addAll(part.items());
            inside = part.next();
            if (inside.isEmpty()) at++;
            boolean enough = items.size() >= limit || inside.isPresent() && rounds >= lists.size() + MOST_ROUNDS;
            if (enough && at < all) return new Slice<>(items, Optional.of(at + "." + inside.orElse("")));
        }
        return new Slice<>(items, Optional.empty());
    }

    Count count(Caller caller, Find find, String words) {
        Find some = sort.of(caller, find.words(words), Optional.empty()).get(0).page(Optional.empty(), COUNTED + 1);
        long found = records.count(caller, some, COUNTED + 1);
        return Count.of(
                !Noted.asks(words) || found > COUNTED
                        ? found
                        : found + noted.count(caller, find, words, COUNTED + 1 - (int) found));
    }
}
