package io.mortise.itests.api;

import io.mortise.itests.Product;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the product's database on SQLite has, for what no route shows yet. */
record Kept(Product product) {
    /** Our id of a vendor's record, if it is one here. */
    Optional<String> record(String connection, String type, String remoteId) {
        return column(
                        "SELECT record_id FROM link WHERE connection = ? AND type = ? AND remote_id = ?"
                                + " AND record_id IS NOT NULL",
                        connection,
                        type,
                        remoteId)
                .stream()
                .findFirst();
    }

    /** The vendor's ids of all linked records of a type. */
    List<String> remoteIds(String connection, String type) {
        return column(
                "SELECT remote_id FROM link WHERE connection = ? AND type = ? AND state = 'LINKED' ORDER BY id",
                connection,
                type);
    }

    /** Event, person and text of a record's journal, newest first. */
    List<String> journal(String type, String id) {
        return column(
                "SELECT event || ' | ' || person || ' | ' || text FROM journal WHERE type = ? AND record_id = ?"
                        + " ORDER BY id DESC",
                type,
                id);
    }

    private List<String> column(String sql, String... values) {
        List<String> found = new ArrayList<>();
        try (Connection db = DriverManager.getConnection(
                        "jdbc:sqlite:file:" + product.data().resolve("mortise.db") + "?mode=ro");
                PreparedStatement ask = db.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) ask.setString(i + 1, values[i]);
            ResultSet rows = ask.executeQuery();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        } catch (SQLException e) {
            throw new AssertionError("The product's database can't be read", e);
        }
    }
}
