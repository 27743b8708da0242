package io.mortise.model;

import java.io.IOException;
import java.io.InputStream;

/** Bytes on their way through: read once. Whoever receives it closes it. {@code size} is -1 if unknown. */
public record Content(String name, String mime, long size, InputStream bytes) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
