package io.mortise.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * All records of one simulated vendor. A request changes rows at once and then either commits, which writes the
 * journal, or rolls back. Not thread-safe by itself: every caller holds the store's monitor for a whole request.
 */
public final class Store implements AutoCloseable {
    private record Undo(String table, String id, Row before) {}

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<Undo> pending = new ArrayList<>();
    private final List<WriteEntry> writes = new ArrayList<>();
    private final Clock clock;
    private Journal journal = Journal.inMemory();

    public Store(Clock clock) {
        this.clock = clock;
    }

    /** @param firstId the id of the first record, which also gives ids their vendor's length */
    public Table define(String name, String firstId) {
        Table table = new Table(firstId);
        tables.put(name, table);
        return table;
    }

    /** Replays what was written after the world was generated, and from now on keeps what is committed. */
    public void keepIn(Path file) throws IOException {
        pending.clear();
        journal = Journal.open(file, this::replay);
    }

    private void replay(JsonNode entry) {
        for (JsonNode change : entry.path("changes")) {
            String id = change.required("id").asText();
            Row row = change.has("row") ? Row.fromJson(id, change.get("row")) : null;
            table(change.required("table").asText()).restore(id, row);
        }
        if (entry.has("write")) {
            writes.add(WriteEntry.fromJson(entry.get("write")));
        }
    }

    public Map<String, Table> tables() {
        return tables;
    }

    public boolean has(String table) {
        return tables.containsKey(table);
    }

    public Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new NoSuchElementException("There is no record type " + name + "; there are " + tables.keySet());
        }
        return table;
    }

    /** Another number after each change of a record, also one that was rolled back. */
    public long revision() {
        return tables.values().stream().mapToLong(Table::changes).sum();
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public Row insert(String table, ObjectNode fields) {
        Instant now = now();
        return insert(table, fields, now, now);
    }

    public Row insert(String table, ObjectNode fields, Instant createdAt, Instant updatedAt) {
        return insert(table, table(table).nextId(), fields, createdAt, updatedAt);
    }

    public Row insert(String table, String id, ObjectNode fields, Instant createdAt, Instant updatedAt) {
        return put(table, new Row(id, fields, createdAt, updatedAt));
    }

    /** Merges the changes into the record and touches its updated time. */
    public Row update(String table, Row row, ObjectNode changes) {
        return put(table, row.merged(changes, now()));
    }

    /** Counts the record as written although it stays as it is, its updated time too. */
    public Row keep(String table, Row row) {
        return put(table, row);
    }

    public void delete(String table, String id) {
        table(table).find(id).ifPresent(before -> {
            pending.add(new Undo(table, id, before));
            table(table).restore(id, null);
        });
    }

    private Row put(String table, Row row) {
        pending.add(new Undo(table, row.id(), table(table).find(row.id()).orElse(null)));
        table(table).restore(row.id(), row);
        return row;
    }

    /** Ends the generation of the world: what is there now is the start, not a change. */
    public void generated() {
        pending.clear();
    }

    public void rollback() {
        for (int i = pending.size() - 1; i >= 0; i--) {
            Undo undo = pending.get(i);
            table(undo.table()).restore(undo.id(), undo.before());
        }
        pending.clear();
    }

    /** Commits what a person did in the vendor's own screens: not an API write. */
    public void commit() throws IOException {
        if (!pending.isEmpty()) {
            ObjectNode entry = Json.object();
            entry.set("changes", changes());
            append(entry);
        }
    }

    /** Commits an API request that wrote, also one that found every value already there. */
    public void commitWrite(String method, String path) throws IOException {
        String type = pending.isEmpty() ? "" : pending.get(0).table();
        String id = pending.isEmpty() ? "" : pending.get(0).id();
        WriteEntry write = new WriteEntry(writes.size() + 1L, now(), method, path, type, id, pending.size());
        ObjectNode entry = Json.object();
        entry.set("changes", changes());
        entry.set("write", write.toJson());
        append(entry);
        writes.add(write);
    }

    private void append(ObjectNode entry) throws IOException {
        try {
            journal.append(entry);
        } catch (IOException e) {
            rollback();
            throw e;
        }
        pending.clear();
    }

    private ArrayNode changes() {
        ArrayNode changes = Json.array();
        for (Undo undo : pending) {
            ObjectNode change = changes.addObject().put("table", undo.table()).put("id", undo.id());
            table(undo.table()).find(undo.id()).ifPresent(row -> change.set("row", row.toJson()));
        }
        return changes;
    }

    /** The API writes so far, oldest first; number N stands at index N - 1. */
    public List<WriteEntry> writes() {
        return List.copyOf(writes);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
