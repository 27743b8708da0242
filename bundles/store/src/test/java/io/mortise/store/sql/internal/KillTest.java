package io.mortise.store.sql.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Ref;
import io.mortise.store.Document;
import io.mortise.store.Entry;
import io.mortise.store.Query;
import io.mortise.store.Row;
import io.mortise.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed like by {@code kill -9}; what it had reported as committed must be there. */
class KillTest {
    private static final Document.Name COUNTER = new Document.Name("test", "", "counter");

    @TempDir
    Path data;

    @Test
    void noReportedCommitIsLostAndNoneIsHalfThere() throws Exception {
        Random random = new Random(20261101);
        long reported = 0;
        for (int kill = 0; kill < 10; kill++) {
            long now = killedAfter(5 + random.nextInt(60));
            assertThat(now).isGreaterThan(reported);
            reported = now;
            check(reported);
        }
    }

    private long killedAfter(int commits) throws IOException, InterruptedException {
        Path reports = Files.createTempFile(data, "reports", ".txt");
        Process writer = started(reports);
        try {
            Instant end = Instant.now().plusSeconds(60);
            while (lines(reports).size() < commits) {
                assertThat(Instant.now()).isBefore(end);
                assertThat(writer.waitFor(1, TimeUnit.MILLISECONDS)).isFalse();
            }
        } finally {
            writer.destroyForcibly();
            assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        List<String> lines = lines(reports);
        return Long.parseLong(lines.get(lines.size() - 1));
    }

    private Process started(Path reports) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), KillTest.class.getName(), data.toString())
                .redirectOutput(reports.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Whole ones: the last may have been cut. */
    private static List<String> lines(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private void check(long reported) {
        try (SqlStore store = Opening.store("sqlite", data)) {
            long counter = store.<Long>read(r -> Long.parseLong(
                    r.document(COUNTER, Instant.now()).orElseThrow().json()));
            long rows = store.<Long>read(r -> r.count(Query.all("contact", 1)));
            int told = store.<Integer>read(r -> r.journal("", 1_000_000).size());
            assertThat(counter).isGreaterThanOrEqualTo(reported);
            assertThat(rows).isEqualTo(counter * 10);
            assertThat(told).isEqualTo(rows);
        }
    }

    /** Writes until it is killed, and reports each commit. */
    public static void main(String[] arguments) {
        try (SqlStore store = Opening.store("sqlite", Path.of(arguments[0]))) {
            while (true) System.out.println(writeOne(store));
        }
    }

    private static long writeOne(Store store) {
        return store.write(w -> {
            for (int i = 0; i < 10; i++) {
                Ref ref = new Ref("contact", store.newId());
                Instant now = Instant.now();
                w.insert(new Row(ref, 1, true, "title", Optional.empty(), "", "{}", "{}", now, now));
                w.tell(new Entry(store.newId(), now, ref, "created", "{}", "{}", "test", "", ""));
            }
            Optional<Document> before = w.document(COUNTER, Instant.now());
            long count = before.map(d -> Long.parseLong(d.json())).orElse(0L) + 1;
            w.put(before.map(d -> d.next(Long.toString(count)))
                    .orElse(new Document(COUNTER, 1, Long.toString(count), Optional.empty())));
            return count;
        });
    }
}
