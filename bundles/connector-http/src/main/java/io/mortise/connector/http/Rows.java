package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import java.util.ArrayList;
import java.util.List;

/** One numbered page of a list whose whole length is known. Pages count from 1. */
public record Rows(List<Json> items, int page, int size, long total) {
    /** What needs more is read by a feed, page by page. */
    public static final int MOST_PAGES = 50;

    public Rows {
        items = List.copyOf(items);
    }

    /** @throws Fault RETRY if rows are missing that the total promises: a cut page must not look like the end */
    public static Rows whole(List<Json> items, int page, int size, long total) throws Fault {
        long promised = Math.min(size, Math.max(0, total - (page - 1L) * size));
        if (items.size() < promised)
            throw Fault.of(Remedy.RETRY, "A page came with " + items.size() + " rows instead of " + promised);
        return new Rows(items, page, size, total);
    }

    /** One numbered page, asked for. */
    @FunctionalInterface
    public interface Pages {
        Rows page(int number) throws Fault;
    }

    /**
     * A whole list at once, for short ones and for what a search finds.
     *
     * @throws Fault REPORT after {@value #MOST_PAGES} pages
     */
    public static List<Json> all(Pages pages) throws Fault {
        List<Json> all = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            Rows rows = pages.page(page);
            all.addAll(rows.items());
            if (rows.isLast()) return all;
        }
        throw Fault.of(Remedy.REPORT, "A list is too long to be read at once, or a search finds too many");
    }

    /**
     * The same for a list that doesn't tell its length: a page that isn't full is its last. Not for what mustn't be
     * missed, as a page may have been cut.
     */
    public static List<Json> full(int size, Lists pages) throws Fault {
        return all(page -> {
            List<Json> items = pages.page(page);
            return new Rows(items, page, size, items.size() < size ? 0 : Long.MAX_VALUE);
        });
    }

    /** The rows of one numbered page, asked for. */
    @FunctionalInterface
    public interface Lists {
        List<Json> page(int number) throws Fault;
    }

    /**
     * @param list as in {@link #list}
     * @throws Fault REPORT if there is no list, or none whose length is told: that must not look like an empty one
     */
    public static Rows of(Json list, int page, int size, Json total) throws Fault {
        if (total.text().filter(text -> text.matches("\\d{1,18}")).isEmpty())
            throw Fault.of(Remedy.REPORT, "A list came without its length");
        return whole(list(list), page, size, total.number(0));
    }

    /**
     * The rows of a list; null is an empty one.
     *
     * @throws Fault REPORT if it isn't a list, or isn't there
     */
    public static List<Json> list(Json list) throws Fault {
        if (!list.isList() && !list.isNull()) throw Fault.of(Remedy.REPORT, "The answer holds no list");
        return list.items();
    }

    public boolean isLast() {
        return (long) page * size >= total;
    }
}
