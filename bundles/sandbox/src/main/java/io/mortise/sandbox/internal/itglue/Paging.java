package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code page[number]} from 1 and {@code page[size]}, 50 unless told; a larger size than 1000 counts as 1000. */
record Paging(int number, int size) {
    private static final int USUAL = 50;
    private static final int LARGEST = 1000;
    private static final String NUMBER = "page[number]";

    static Paging of(Request request) {
        int size = Math.min(LARGEST, positive(request, "page[size]", USUAL));
        return new Paging(positive(request, NUMBER, 1), size);
    }

    private static int positive(Request request, String name, int otherwise) {
        String text = request.query().get(name).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Math.max(1, Integer.parseInt(text.trim()));
        } catch (NumberFormatException e) {
            throw new BadRequest(name + " must be a number", e);
        }
    }

    List<Row> cut(List<Row> rows) {
        long from = Math.min(rows.size(), (number - 1L) * size);
        return rows.subList((int) from, (int) Math.min(rows.size(), from + size));
    }

    private int pages(int total) {
        return (total + size - 1) / size;
    }

    ObjectNode meta(int total) {
        ObjectNode meta = Json.object().put("current-page", number);
        meta.put("next-page", number < pages(total) ? Integer.valueOf(number + 1) : null);
        meta.put("prev-page", number > 1 ? Integer.valueOf(number - 1) : null);
        meta.put("total-pages", pages(total)).put("total-count", total);
        meta.putObject("filters");
        return meta;
    }

    /** Absolute, at the host that the client used, with its filters and sort. */
    ObjectNode links(int total, Request request) {
        int last = Math.max(1, pages(total));
        ObjectNode links = Json.object().put("self", link(request, number));
        links.put("first", link(request, 1));
        links.put("prev", number > 1 ? link(request, number - 1) : null);
        links.put("next", number < pages(total) ? link(request, number + 1) : null);
        return links.put("last", link(request, last));
    }

    private String link(Request request, int page) {
        Map<String, String> query = new TreeMap<>(request.query().values());
        query.put(NUMBER, Integer.toString(page));
        query.put("page[size]", Integer.toString(size));
        String text = query.entrySet().stream()
                .map(entry -> Documents.encode(entry.getKey()) + "=" + Documents.encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return request.origin() + request.path() + "?" + text;
    }
}
