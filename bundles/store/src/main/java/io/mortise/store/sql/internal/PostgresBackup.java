package io.mortise.store.sql.internal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Copies of all tables in a schema of their own. */
final class PostgresBackup implements Backup {
    private static final String PREFIX = "mortise_backup_";

    private final Database database;

    PostgresBackup(Database database) {
        this.database = database;
    }

    @Override
    public void take(int version) {
        String time = LocalDateTime.now(Clock.systemUTC()).format(DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS"));
        String schema = PREFIX + time + "_" + version;
        database.write(sql -> {
            sql.change("CREATE SCHEMA " + schema);
            for (String table : tables(sql)) sql.change("CREATE TABLE " + schema + "." + table + " AS TABLE " + table);
            removeOld(sql);
            return "";
        });
    }

    private static List<String> tables(Sql sql) {
        return sql.list(
                "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
                Cells::text);
    }

    private static void removeOld(Sql sql) {
        List<String> newestFirst = sql.list(
                "SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname ~ ? ORDER BY nspname DESC",
                Cells::text,
                "^" + PREFIX + "[0-9]{17}_[0-9]+$");
        for (String old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size()))
            sql.change("DROP SCHEMA " + old + " CASCADE");
    }
}
