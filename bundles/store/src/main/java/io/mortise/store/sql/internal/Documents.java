package io.mortise.store.sql.internal;

import io.mortise.store.Document;
import io.mortise.store.Stale;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of documents. */
final class Documents {
    private static final String SELECT =
            "SELECT namespace, owner, name, version, json, expires_at FROM document WHERE namespace = ?";
    private static final String EXISTS = " AND (expires_at IS NULL OR expires_at > ?)";
    private static final String NAMED = " WHERE namespace = ? AND owner = ? AND name = ?";

    private final Sql sql;

    Documents(Sql sql) {
        this.sql = sql;
    }

    Optional<Document> get(Document.Name name, Instant now) {
        return sql.one(
                SELECT + " AND owner = ? AND name = ?" + EXISTS,
                Documents::document,
                name.namespace(),
                name.owner(),
                name.key(),
                now);
    }

    List<Document> list(String namespace, String owner, Instant now) {
        String order = EXISTS + " ORDER BY owner, name";
        return owner.isEmpty()
                ? sql.list(SELECT + order, Documents::document, namespace, now)
                : sql.list(SELECT + " AND owner = ?" + order, Documents::document, namespace, owner, now);
    }

    void put(Document document, Instant now) {
        sql.change("DELETE FROM document WHERE expires_at <= ?", now);
        int changed = document.version() == 1 ? add(document) : replace(document);
        if (changed == 0) throw new Stale("document " + document.name().namespace());
    }

    private int add(Document document) {
        return sql.change(
                "INSERT INTO document (namespace, owner, name, version, json, expires_at) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (namespace, owner, name) DO NOTHING",
                document.name().namespace(),
                document.name().owner(),
                document.name().key(),
                document.version(),
                document.json(),
                end(document));
    }

    private int replace(Document document) {
        return sql.change(
                "UPDATE document SET version = ?, json = ?, expires_at = ?" + NAMED + " AND version = ?",
                document.version(),
                document.json(),
                end(document),
                document.name().namespace(),
                document.name().owner(),
                document.name().key(),
                document.version() - 1);
    }

    private static Object end(Document document) {
        return document.until().<Object>map(t -> t).orElse(Sql.Nothing.NUMBER);
    }

    void remove(Document.Name name) {
        sql.change("DELETE FROM document" + NAMED, name.namespace(), name.owner(), name.key());
    }

    void removeAll(String namespace, String owner) {
        sql.change("DELETE FROM document WHERE namespace = ? AND owner = ?", namespace, owner);
    }

    private static Document document(Cells cells) throws SQLException {
        Document.Name name = new Document.Name(cells.text(), cells.text(), cells.text());
        return new Document(name, cells.number(), cells.text(), cells.optionalTime());
    }
}
