package io.mortise.store.memory;

import java.util.Comparator;

/** How databases sort: text by its characters' numbers, ids as numbers. */
final class Order {
    static final Comparator<String> TEXT = Order::compare;
    /** Decimal numbers without leading zeros: the longer one is greater. */
    static final Comparator<String> ID = Comparator.comparingInt(String::length).thenComparing(Order.TEXT);

    private Order() {}

    /** @return the number of an id; 0, which no id has, for what is none */
    static long number(String id) {
        try {
            long number = Long.parseLong(id);
            return Long.toString(number).equals(id) && number > 0 ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static int compare(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x == y) continue;
            boolean far = Character.isSurrogate(x);
            return far == Character.isSurrogate(y) ? x - y : far ? 1 : -1;
        }
        return a.length() - b.length();
    }
}
