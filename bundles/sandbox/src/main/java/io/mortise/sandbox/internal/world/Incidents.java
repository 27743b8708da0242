package io.mortise.sandbox.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws what happened in the 400 days before the world was born, the oldest first, from a random stream of its own. */
public final class Incidents {
    private static final int AT_FULL_SCALE = 3_000;
    private static final int DAYS = 400;
    private static final int MOST = 1 << 30;
    private static final long STREAM = 0x71C4_E7B5_02D9_A36FL;

    private final World world;
    private final Words words;
    private final List<Integer> customers;
    private final int count;

    public Incidents(World world) {
        this.world = world;
        this.words = new Words(world.seed() ^ STREAM, "incidents.json");
        this.count = (int) Math.max(30, Math.round(AT_FULL_SCALE * world.scale()));
        List<Integer> weighted = new ArrayList<>();
        for (int i = 0; i < world.companies().size(); i++) {
            Company company = world.companies().get(i);
            for (int n = 0;
                    company.bmsName() != null && n < 1 + company.machines().size() / 10;
                    n++) {
                weighted.add(i);
            }
        }
        this.customers = List.copyOf(weighted);
    }

    /** One by one, so that nobody holds them all. To be run through once. */
    public Stream<Incident> stream() {
        return IntStream.range(0, count).mapToObj(this::draw);
    }

    private Incident draw(int number) {
        int company = customers.get(words.number(0, customers.size() - 1));
        int rmm = words.weighted(30, 14, 56);
        Instant opened = opened(number, rmm == 2);
        Instant closed = closed(opened);
        List<Machine> machines = world.companies().get(company).machines();
        if (rmm < 2) {
            int machine = machine(machines);
            if (machine >= 0) {
                return alarm(company, machine, rmm == 0 ? "vsa" : "continuum", opened, closed);
            }
        }
        return request(company, opened, closed);
    }

    /** People ask in office hours; alarms never sleep. */
    private Instant opened(int number, boolean person) {
        Duration before = Duration.ofMinutes(DAYS * 1440L * (count - number) / count);
        Instant day = World.BORN.minus(before).truncatedTo(ChronoUnit.DAYS);
        int minute = person ? words.number(12 * 60, 21 * 60) : words.number(0, 1439);
        Instant opened = day.plus(Duration.ofMinutes(minute)).plusSeconds(words.number(0, 59));
        return opened.isBefore(World.BORN) ? opened : World.BORN.minusSeconds(words.number(60, 7200));
    }

    private Instant closed(Instant opened) {
        int hours = List.of(words.number(1, 6), words.number(6, 48), words.number(48, 240), words.number(240, 1400))
                .get(words.weighted(45, 35, 16, 4));
        Instant closed = opened.plus(Duration.ofMinutes(hours * 60L + words.number(0, 59)));
        return closed.isBefore(World.BORN) && !words.chance(3) ? closed : null;
    }

    private int machine(List<Machine> machines) {
        for (int tries = 0; tries < 8; tries++) {
            int drawn = words.number(0, machines.size() - 1);
            if (machines.get(drawn).inVsa()) {
                return drawn;
            }
        }
        return -1;
    }

    private Incident alarm(int company, int machine, String rmm, Instant opened, Instant closed) {
        JsonNode topic = words.one("alarms");
        String name = world.companies().get(company).machines().get(machine).name();
        int occurrences = words.chance(65) ? 1 : words.number(2, 40);
        return incident(company, -1, machine, topic, name, rmm, occurrences, opened, closed);
    }

    private Incident request(int company, Instant opened, Instant closed) {
        Company asking = world.companies().get(company);
        int person = words.number(0, asking.people().size() - 1);
        int machine = words.chance(40)
                ? IntStream.range(0, asking.machines().size())
                        .filter(i -> asking.machines().get(i).person() == person)
                        .findFirst()
                        .orElse(-1)
                : -1;
        return incident(company, person, machine, words.one("people"), "", "", 1, opened, closed);
    }

    private Incident incident(
            int company,
            int person,
            int machine,
            JsonNode topic,
            String name,
            String rmm,
            int occurrences,
            Instant opened,
            Instant closed) {
        return new Incident(
                company,
                person,
                machine,
                topic.get("issue").asText(),
                topic.get("sub").asText(),
                text(topic, "title", name),
                text(topic, "details", name),
                rmm,
                occurrences,
                opened,
                closed,
                words.number(0, MOST),
                entries(opened, closed == null ? World.BORN : closed));
    }

    private static String text(JsonNode topic, String field, String name) {
        String text = topic.get(field).asText();
        return name.isEmpty() ? text : String.format(Locale.ROOT, text, name);
    }

    private List<Incident.Entry> entries(Instant opened, Instant end) {
        int count = words.weighted(8, 22, 28, 20, 12, 6, 4);
        long step = Duration.between(opened, end).toSeconds() / (count + 1);
        List<Incident.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = opened.plusSeconds(step * (i + 1));
            boolean work = words.chance(38);
            String text = words.one(work ? "work" : "notes").asText();
            int minutes = work ? 5 * words.number(1, 30) : 0;
            entries.add(new Incident.Entry(at, text, minutes, words.chance(45), words.number(0, MOST)));
        }
        return entries;
    }
}
