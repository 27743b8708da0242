package io.mortise.benchmarks;

import io.mortise.benchmarks.copy.Copy;
import io.mortise.benchmarks.desk.Desk;
import io.mortise.benchmarks.saves.Saves;
import io.mortise.benchmarks.start.Start;
import io.mortise.benchmarks.storage.Storage;
import io.mortise.benchmarks.swap.Swap;
import io.mortise.benchmarks.tickets.Tickets;
import java.util.List;

/** All parts, or the one that is named first; numbers after its name make it shorter or longer. */
public final class Main {
    private static final List<String> PARTS = List.of("storage", "start", "swap", "tickets", "copy", "desk", "saves");

    private Main() {}

    /** Ends with code 1 when a part fails. */
    public static void main(String[] arguments) throws Exception {
        // The client would repeat a GET whose connection broke, and so hide a failure
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        List<String> words = List.of(arguments);
        for (String part : words.isEmpty() ? PARTS : words.subList(0, 1)) run(part, words);
    }

    private static void run(String part, List<String> words) throws Exception {
        switch (part) {
            case "storage" -> new Storage(number(words, 1, 40), number(words, 2, 5)).run();
            case "start" -> new Start(number(words, 1, 3)).run();
            case "swap" -> new Swap(number(words, 1, 3)).run();
            case "tickets" -> new Tickets(number(words, 1, 1), number(words, 2, 60)).run();
            case "copy" -> new Copy(number(words, 1, 10_000), number(words, 2, 6)).run();
            case "desk" -> new Desk(number(words, 1, 10_000), number(words, 2, 2)).run();
            case "saves" -> new Saves(number(words, 1, 2), number(words, 2, 300)).run();
            default ->
                throw new IllegalArgumentException(
                        "There is no part " + part + "; there are: " + String.join(", ", PARTS));
        }
    }

    private static int number(List<String> words, int position, int usual) {
        return words.size() > position ? Integer.parseInt(words.get(position)) : usual;
    }
}
