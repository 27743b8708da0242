package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A place in a feed as a few values; its text is what the cursor keeps. */
public record Place(List<String> parts) {
    private static final String BETWEEN = "|";

    public Place {
        parts = List.copyOf(parts);
    }

    public static Place of(Object... parts) {
        return new Place(Stream.of(parts).map(Object::toString).toList());
    }

    /** @throws Fault RESTART if the cursor isn't one of so many parts, as after an update of the connector */
    public static Place read(Cursor cursor, int parts) throws Fault {
        Place place = new Place(List.of(cursor.text().split("\\|", -1)));
        if (place.parts.size() != parts) throw unknown();
        return place;
    }

    public String text(int part) {
        return parts.get(part);
    }

    public int number(int part) throws Fault {
        try {
            return Integer.parseInt(parts.get(part));
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    public Instant time(int part) throws Fault {
        try {
            return Instant.parse(parts.get(part));
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    private static Fault unknown() {
        return Fault.of(Remedy.RESTART, "The place in the feed isn't known any more");
    }

    /** What a cursor keeps. */
    public String text() {
        return parts.stream().collect(Collectors.joining(BETWEEN));
    }
}
