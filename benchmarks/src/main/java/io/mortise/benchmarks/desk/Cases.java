package io.mortise.benchmarks.desk;

import io.mortise.benchmarks.desk.Case.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Tickets of an MSP with 200 customers, the same in every run; one of five is open. */
final class Cases {
    static final int ORGANIZATIONS = 200;
    static final int STAFF = 20;
    static final List<String> QUEUES = List.of("Service Desk", "Network", "Projects", "Onsite", "Security");
    static final List<String> PRIORITIES = List.of("Critical", "High", "Medium", "Low");

    private static final int LEAST_CONTACTS = 1_000;
    private static final int TICKETS_PER_CONTACT = 50;
    private static final int MACHINES = 5_000;
    private static final Instant BEGUN = Instant.parse("2024-11-01T06:00:00Z");
    private static final Duration SPAN = Duration.ofDays(730);

    private final int count;

    Cases(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    /** How many people the customers have. */
    int contacts() {
        return Math.max(LEAST_CONTACTS, count / TICKETS_PER_CONTACT);
    }

    static String organization(int number) {
        return "Customer " + Vocabulary.COMPANIES.get(number % Vocabulary.COMPANIES.size()) + " " + (number + 1);
    }

    static int employer(int contact) {
        return contact % ORGANIZATIONS;
    }

    static Person contact(int number) {
        String domain = "@customer" + (employer(number) + 1) + ".example";
        return person(number, domain, organization(employer(number)));
    }

    static Person staff(int number) {
        return person(number, "@msp.example", "MSP");
    }

    private static Person person(int number, String domain, String company) {
        String first = Vocabulary.FIRST.get(number % Vocabulary.FIRST.size());
        String last = Vocabulary.LAST.get(number / 7 % Vocabulary.LAST.size()) + (number + 1);
        return new Person(first, last, first.toLowerCase(java.util.Locale.ROOT) + (number + 1) + domain, company);
    }

    /** @param number from 0 */
    Case at(int number) {
        SplittableRandom random = new SplittableRandom(number);
        String thing = any(random, Vocabulary.THINGS);
        String symptom = any(random, Vocabulary.SYMPTOMS);
        String machine = machine(random.nextInt(MACHINES));
        return new Case(
                number,
                thing + " " + symptom,
                text(random, thing, symptom, machine),
                random.nextInt(contacts()),
                random.nextInt(STAFF),
                any(random, QUEUES),
                stage(random.nextInt(20)),
                random.nextInt(PRIORITIES.size()),
                BEGUN.plus(SPAN.multipliedBy(number).dividedBy(count)),
                notes(random));
    }

    /** One that is just being told. */
    Case fresh(int turn) {
        Case one = at(count + turn);
        return new Case(
                one.number(),
                one.title(),
                one.text(),
                one.contact(),
                one.assignee(),
                one.queue(),
                Stage.NEW,
                one.priority(),
                Instant.now(),
                List.of());
    }

    private static Stage stage(int dice) {
        return switch (dice) {
            case 0 -> Stage.NEW;
            case 1, 2 -> Stage.WORKING;
            case 3 -> Stage.WAITING;
            default -> Stage.DONE;
        };
    }

    private static String text(SplittableRandom random, String thing, String symptom, String machine) {
        StringBuilder text = new StringBuilder("Hello, ")
                .append(thing)
                .append(" on ")
                .append(machine)
                .append(' ')
                .append(symptom)
                .append('.');
        for (int i = 0; i < 4; i++) text.append(' ').append(any(random, Vocabulary.DETAILS));
        return text.toString();
    }

    /** None on half of them, up to three on the others. */
    private static List<String> notes(SplittableRandom random) {
        List<String> notes = new ArrayList<>();
        for (int i = random.nextInt(-3, 4); i > 0; i--)
            notes.add(any(random, Vocabulary.STEPS) + " " + any(random, Vocabulary.STEPS));
        return notes;
    }

    /** What somebody may look for: every other time a machine, which few tickets name, else a word of many. */
    static String search(int turn) {
        SplittableRandom random = new SplittableRandom(turn);
        if (turn % 2 == 0) return machine(random.nextInt(MACHINES));
        return any(random, Vocabulary.THINGS).split(" ")[0];
    }

    /** What somebody may write under a ticket. */
    static String note(int turn) {
        SplittableRandom random = new SplittableRandom(turn);
        return any(random, Vocabulary.STEPS) + " " + any(random, Vocabulary.STEPS);
    }

    private static String machine(int number) {
        return String.format("PC%04d", number);
    }

    private static <T> T any(SplittableRandom random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
