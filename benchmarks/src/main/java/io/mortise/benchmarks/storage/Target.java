package io.mortise.benchmarks.storage;

import io.mortise.store.Store;
import java.io.IOException;
import java.sql.SQLException;

/** An empty database of one kind. */
interface Target extends AutoCloseable {
    /** All records into one table that has the indexes of both rows and links, 1,000 to a batch and transaction. */
    void bareInsert(Records records) throws SQLException;

    Store store();

    /** Another text after anything was written. */
    String mark() throws SQLException;

    @Override
    void close() throws SQLException, IOException;
}
