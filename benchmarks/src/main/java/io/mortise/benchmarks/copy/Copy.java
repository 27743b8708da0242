package io.mortise.benchmarks.copy;

import io.mortise.benchmarks.Series;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Records copied from one JSON API to another, our engine against Apache Camel: records for each second of the
 * process's CPU, each side in a process of its own, warm. And the same once more, with nothing changed.
 */
public final class Copy {
    private static final double AIM = 0.5;

    private final int contacts;
    private final int rounds;

    /** @param rounds at least two; the first half of them warms up */
    public Copy(int contacts, int rounds) {
        this.contacts = contacts;
        this.rounds = rounds;
    }

    /** @throws IllegalStateException if our unchanged run wrote anything */
    public void run() throws Exception {
        Process shelf = java(Shelf.class, "" + contacts);
        try (BufferedReader out = reader(shelf)) {
            String base = "http://127.0.0.1:" + out.readLine();
            Side camel = measure(CopyCamel.class, base);
            Side ours = measure(CopyOurs.class, base);
            print(camel, ours);
            if (ours.writtenAgain > 0)
                throw new IllegalStateException("The unchanged run wrote " + ours.writtenAgain + " records");
        } finally {
            shelf.destroy();
        }
    }

    /** Records for each CPU second. */
    private record Side(Series first, Series again, long writtenAgain) {}

    private Side measure(Class<?> main, String base) throws IOException {
        Side side = new Side(new Series(), new Series(), 0);
        long writtenAgain = 0;
        Process process = java(main, base, "" + contacts, "" + rounds);
        int round = 0;
        try (BufferedReader out = reader(process)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (!words[0].equals("round")) continue;
                writtenAgain += Long.parseLong(words[4]);
                if (round++ < rounds / 2) continue;
                side.first.add(contacts / Double.parseDouble(words[1]));
                side.again.add(contacts / Double.parseDouble(words[2]));
            }
        }
        if (round < rounds) throw new IllegalStateException(main.getSimpleName() + " ended after " + round + " rounds");
        return new Side(side.first, side.again, writtenAgain / rounds);
    }

    private void print(Side camel, Side ours) {
        System.out.printf(
                "%nCopying %,d contacts, records for each CPU second, warm (rounds %d to %d)%n",
                contacts, rounds / 2 + 1, rounds);
        System.out.printf("  %-8s %12s %12s %s%n", "", "first", "unchanged", "written by the unchanged run");
        print("Camel", camel);
        print("Mortise", ours);
        System.out.printf(
                "  ratio, first run: %.2f (aim %.1f); unchanged: %.2f%n",
                ours.first.median() / camel.first.median(), AIM, ours.again.median() / camel.again.median());
    }

    private static void print(String name, Side side) {
        System.out.printf(
                "  %-8s %,12.0f %,12.0f %,d%n", name, side.first.median(), side.again.median(), side.writtenAgain);
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process java(Class<?> main, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }
}
