package io.mortise.benchmarks.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The baseline: one table with the columns and indexes of rows and links, filled by plain JDBC. */
final class Bare {
    private static final List<String> INDEXES = List.of(
            "INDEX bare_title ON bare (type, sort_key, id, active)",
            "INDEX bare_within ON bare (within_id, type, sort_key, id)",
            "UNIQUE INDEX bare_link ON bare (link_id)",
            "UNIQUE INDEX bare_remote ON bare (connection, type, remote_id)",
            "UNIQUE INDEX bare_record ON bare (record_id, connection)",
            "INDEX bare_state ON bare (state, connection, type, id)",
            "INDEX bare_parent ON bare (parent, connection, type) WHERE parent <> ''",
            "INDEX bare_asks ON bare (id) WHERE asks <> 'NOTHING'");

    private final Connection connection;

    Bare(Connection connection) {
        this.connection = connection;
    }

    /** @param number the database's type for numbers, and so on */
    void create(String number, String text) throws SQLException {
        String columns = "id N PRIMARY KEY, type T, version N, active N, title T, sort_key T, within_id N, words T,"
                + " fields T, origins T, created_at N, changed_at N, link_id N, connection T, remote_id T, record_id N,"
                + " state T, parent T, fingerprint T, page T, sync T, trouble T, asks T, synced_at N";
        run("CREATE TABLE bare (" + columns.replaceAll("\\bN\\b", number).replaceAll("\\bT\\b", text) + ")");
        for (String index : INDEXES) run("CREATE " + index);
    }

    void insert(Records records, String begin) throws SQLException {
        for (int page = 0; page < records.pages(); page++) {
            run(begin);
            insert(records.page(page, 1), page);
            run("COMMIT");
        }
    }

    private void insert(List<Records.Seen> seen, int page) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < seen.size(); i++) {
                bind(insert, page * (long) Records.PAGE + i + 1, seen.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, long id, Records.Seen one) throws SQLException {
        Object[] values = {
            id,
            "configuration",
            1L,
            1L,
            one.title(),
            one.title().toLowerCase(java.util.Locale.ROOT),
            Long.parseLong(one.organization()),
            one.words(),
            one.fields(),
            "{\"name\":\"bms\"}",
            1L,
            1L,
            id + 1,
            "bms",
            one.remoteId(),
            id,
            "LINKED",
            one.organization(),
            one.fingerprint(),
            "https://bms.test/" + one.remoteId(),
            "SYNCED",
            "",
            "NOTHING",
            1L
        };
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number) insert.setLong(i + 1, number);
            else insert.setString(i + 1, (String) values[i]);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
