package io.mortise.store.sql.internal;

import io.mortise.model.Outage;
import java.sql.SQLException;

/** The database didn't do what it was rightly asked: it is full, away, or busy. */
final class DatabaseFailure extends Outage {
    private static final long serialVersionUID = 1;

    DatabaseFailure(SQLException cause) {
        super("The database failed: " + cause.getMessage(), cause);
    }

    DatabaseFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
