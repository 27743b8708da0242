package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import java.util.ArrayList;
import java.util.List;

/** One numbered page of a list whose whole length is known. Pages count from 1. */
public record Rows(List<Json> items, int page, int size, long total) {
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

    /** A whole list at once, for short ones and for what a search finds. */
    public static List<Json> all(Pages pages) throws Fault {
        List<Json> all = new ArrayList<>();
        Rows rows;
        int page = 1;
        do {
            rows = pages.page(page++);
            all.addAll(rows.items());
        } while (!rows.isLast());
        return all;
    }

    public boolean isLast() {
        return (long) page * size >= total;
    }
}
