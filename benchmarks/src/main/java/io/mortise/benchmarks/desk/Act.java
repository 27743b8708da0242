package io.mortise.benchmarks.desk;

/** What a person does at a service desk. */
enum Act {
    LIST("list page"),
    FILTER("filtered list"),
    SEARCH("text search"),
    OPEN("open a ticket"),
    CREATE("create"),
    NOTE("add a note");

    private static final int FEW = 10_000;

    private final String words;

    Act(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** What Mortise should reach among so many tickets; "" where nothing was said. */
    String aim(int tickets) {
        return switch (this) {
            case LIST, FILTER -> "p95 " + (tickets <= FEW ? 5 : 25);
            case OPEN -> "p95 20";
            case CREATE -> "CPU 1.5";
            case SEARCH, NOTE -> "";
        };
    }
}
