package io.mortise.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * An append-only file with one JSON line per committed request. A line is handed to the operating system before the
 * request is answered, so an acknowledged write outlives {@code kill -9}; a line that was cut by one was never
 * acknowledged and is dropped at the next start.
 */
final class Journal implements AutoCloseable {
    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    static Journal inMemory() {
        return new Journal(null);
    }

    static Journal open(Path file, Consumer<JsonNode> replay) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(file, channel);
            byte[] content = Files.readAllBytes(file);
            int end = replayLines(file, content, replay);
            channel.truncate(end).position(end);
            return new Journal(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        String advice = "Another sandbox uses the state file " + file + "; stop it first.";
        try {
            if (channel.tryLock() == null) {
                throw new IOException(advice);
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(advice, e);
        }
    }

    private static int replayLines(Path file, byte[] content, Consumer<JsonNode> replay) throws IOException {
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                replay.accept(line(file, content, start, i));
                start = i + 1;
            }
        }
        return start;
    }

    private static JsonNode line(Path file, byte[] content, int from, int to) throws IOException {
        byte[] line = new byte[to - from];
        System.arraycopy(content, from, line, 0, line.length);
        try {
            return Json.read(line);
        } catch (IOException e) {
            String advice = "The sandbox journal " + file + " is damaged at byte " + from
                    + ". Delete the sandbox state folder to start with a fresh world.";
            throw new IOException(advice, e);
        }
    }

    void append(JsonNode entry) throws IOException {
        if (channel == null) {
            return;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(Json.bytes(entry));
        line.write('\n');
        long before = channel.position();
        try {
            writeFully(ByteBuffer.wrap(line.toByteArray()));
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
