package io.mortise.benchmarks.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes all cases in Request Tracker with its own Perl API, by several processes. */
final class TrackerFilling {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final Duration TIME_TO_SOLVE = Duration.ofDays(2);

    private final ObjectMapper json = new ObjectMapper();
    private final TrackerHome home;
    private final Path program;

    TrackerFilling(TrackerHome home) throws IOException {
        this.home = home;
        this.program = home.folder().resolve("fill.pl");
        try (InputStream text = TrackerFilling.class.getResourceAsStream("fill.pl")) {
            Files.copy(text, program, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    List<Known> fill(Cases cases) throws IOException, InterruptedException {
        made(List.of(people(cases)));
        int processes = Runtime.getRuntime().availableProcessors();
        List<List<Map<String, ?>>> shares = new ArrayList<>();
        for (int i = 0; i < processes; i++) shares.add(new ArrayList<>());
        for (int number = 0; number < cases.count(); number++)
            shares.get(number % processes).add(ticket(cases.at(number)));
        List<Known> known = new ArrayList<>();
        for (String line : made(shares)) {
            String[] words = line.split(" ");
            known.add(new Known(words[1], cases.at(Integer.parseInt(words[0]))));
        }
        if (known.size() != cases.count())
            throw new IllegalStateException("Request Tracker made " + known.size() + " of " + cases.count());
        return known;
    }

    private static List<Map<String, ?>> people(Cases cases) {
        List<Map<String, ?>> all = new ArrayList<>(List.of(Map.of("kind", "quiet")));
        for (String queue : Cases.QUEUES) all.add(Map.of("kind", "queue", "name", queue));
        for (int number = 0; number < Cases.STAFF; number++) all.add(person(Cases.staff(number), 1));
        for (int number = 0; number < cases.contacts(); number++) all.add(person(Cases.contact(number), 0));
        return all;
    }

    private static Map<String, ?> person(Person one, int staff) {
        return Map.of(
                "kind",
                "person",
                "name",
                one.name(),
                "mail",
                one.mail(),
                "organization",
                one.company(),
                "staff",
                staff);
    }

    private static Map<String, ?> ticket(Case one) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("kind", "ticket");
        wish.put("number", one.number());
        wish.put("queue", one.queue());
        wish.put("title", one.title());
        wish.put("text", one.text());
        wish.put("contact", Cases.contact(one.contact()).mail());
        wish.put("assignee", Cases.staff(one.assignee()).mail());
        wish.put("status", one.stage().tracker());
        wish.put("priority", one.priority());
        wish.put("due", MOMENT.format(one.opened().plus(TIME_TO_SOLVE)));
        wish.put("notes", one.notes());
        return wish;
    }

    /** @return what the processes said, a line for each ticket */
    private List<String> made(List<List<Map<String, ?>>> shares) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        List<Path> said = new ArrayList<>();
        for (List<Map<String, ?>> share : shares) {
            Path wishes = Files.createTempFile(home.folder(), "wishes", ".json");
            try (Writer writer = Files.newBufferedWriter(wishes)) {
                for (Map<String, ?> wish : share) writer.write(json.valueToTree(wish) + "\n");
            }
            Path answer = Files.createTempFile(home.folder(), "made", ".txt");
            said.add(answer);
            processes.add(home.builder(List.of("perl", program.toString()))
                    .redirectInput(wishes.toFile())
                    .redirectOutput(answer.toFile())
                    .start());
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            home.require(processes.get(i));
            lines.addAll(Files.readAllLines(said.get(i)));
        }
        return lines;
    }
}
