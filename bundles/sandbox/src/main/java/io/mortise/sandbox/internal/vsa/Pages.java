package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.state.UntilChanged;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code $filter $orderby $skip $top}: never more than 100 rows a page, whatever {@code $top} says. */
final class Pages {
    private static final int LARGEST = 100;

    private Pages() {}

    static Response of(Request request, Stream<ObjectNode> rows) {
        String filter = request.query().get("$filter").orElse("");
        Order order = Order.parse(request.query().get("$orderby").orElse(""));
        List<ObjectNode> found = order.of(
                rows.filter(filter.isBlank() ? row -> true : Condition.parse(filter)),
                row -> Condition.value(row, order.field()));
        return page(request, found, row -> row);
    }

    private static <T> Response page(Request request, List<T> found, Function<T, ObjectNode> view) {
        int top = Math.min(LARGEST, number(request, "$top", LARGEST));
        int skip = number(request, "$skip", 0);
        return Envelope.page(Json.array(found.stream().skip(skip).limit(top).map(view)), found.size());
    }

    private static int number(Request request, String name, int otherwise) {
        String text = request.query().get(name).orElse("");
        try {
            return text.isEmpty() ? otherwise : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new Refusal(400, "Invalid value '" + text + "' for " + name);
        }
    }

    /** @param field "" if nothing is said: as they come */
    private record Order(String field, boolean down) {
        static Order parse(String text) {
            String[] words = text.trim().split("\\s+");
            return new Order(words[0], words.length > 1 && words[1].equalsIgnoreCase("desc"));
        }

        /** What is compared is made once for each, however often it is compared. */
        <T> List<T> of(Stream<T> rows, Function<T, String> value) {
            if (field.isEmpty()) return rows.toList();
            Comparator<Sorted<T>> by = Comparator.comparing(Sorted::key);
            return rows.map(row -> new Sorted<>(SortKey.of(value.apply(row)), row))
                    .sorted(down ? by.reversed() : by)
                    .map(Sorted::row)
                    .toList();
        }
    }

    /**
     * A list that clients go through page by page in the order of one field: it is put in order once for all of them, and
     * the objects of one page are made, not those of all.
     */
    static final class Named {
        private final String field;
        private final Function<Row, String> name;
        private final Function<Row, ObjectNode> view;
        private final UntilChanged<List<String>, List<Row>> ordered;

        /**
         * @param field that the order is mostly asked by
         * @param name what it says
         */
        Named(Store store, String field, Function<Row, String> name, Function<Row, ObjectNode> view) {
            this.field = field;
            this.name = name;
            this.view = view;
            this.ordered = new UntilChanged<>(store);
        }

        /** @param who sees these rows */
        Response of(Request request, String who, Supplier<Stream<Row>> rows) {
            String wanted = request.query().get("$orderby").orElse("");
            Order order = Order.parse(wanted);
            boolean isFiltered = !request.query().get("$filter").orElse("").isBlank();
            if (isFiltered || !order.field().equals(field))
                return Pages.of(request, rows.get().map(view));
            return page(request, ordered.get(List.of(who, wanted), () -> order.of(rows.get(), name)), view);
        }
    }

    private record Sorted<T>(SortKey key, T row) {}
}
