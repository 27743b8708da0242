package io.mortise.benchmarks.storage;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Configurations as a vendor has them: about 1 KB of fields each, the same in every run. */
final class Records {
    static final int PAGE = 1000;

    /** One as it was seen. */
    record Seen(String remoteId, String organization, String title, String words, String fields, String fingerprint) {}

    private final int pages;

    Records(int pages) {
        this.pages = pages;
    }

    int count() {
        return pages * PAGE;
    }

    /** @param round another one changes each record a little */
    List<Seen> page(int page, int round) {
        return IntStream.range(page * PAGE, (page + 1) * PAGE)
                .mapToObj(number -> seen(number, round))
                .toList();
    }

    int pages() {
        return pages;
    }

    private static Seen seen(int number, int round) {
        Random random = new Random(number);
        String name =
                "PC-" + Integer.toString(random.nextInt(1_000_000_000), 36).toUpperCase(java.util.Locale.ROOT);
        String organization = Integer.toString(1 + random.nextInt(25));
        StringBuilder fields = new StringBuilder("{\"name\":\"")
                .append(name)
                .append("\",\"round\":")
                .append(round);
        for (int i = 0; i < 20; i++)
            fields.append(",\"field")
                    .append(i)
                    .append("\":\"")
                    .append(Long.toHexString(random.nextLong()).repeat(2))
                    .append('"');
        String words = name.toLowerCase(java.util.Locale.ROOT) + " windows notebook berlin";
        String print = Long.toHexString(random.nextLong()) + Long.toHexString(round);
        return new Seen(
                "r" + number, organization, name, words, fields.append('}').toString(), print);
    }
}
