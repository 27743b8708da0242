package io.mortise.store.sql.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A step of the tables from one form to the next. Once it has been released, it never changes: what follows is another
 * step.
 *
 * @param version from 1, without gaps
 * @param sql statements, each ended by a semicolon at the end of a line
 */
record Migration(int version, String name, String sql) {
    private static final List<String> NAMES = List.of("records", "changes", "room", "lists", "lanes");

    /** All steps of this program, in order. */
    static List<Migration> all(Dialect dialect) {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> load(dialect.name(), i + 1, NAMES.get(i)))
                .toList();
    }

    private static Migration load(String folder, int version, String name) {
        String file = folder + "/V" + version + "__" + name + ".sql";
        try (InputStream in = Migration.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("The program is incomplete: " + file + " is missing");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Migration(version, name, text.replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String checksum() {
        try {
            byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
