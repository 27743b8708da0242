/**
 * The store on SQLite and PostgreSQL. {@link io.mortise.store.sql.internal.SqlStore} says what a transaction is,
 * {@link io.mortise.store.sql.internal.Database} how each database makes one, {@link io.mortise.store.sql.internal.Sql}
 * is the only place that touches JDBC for data, and one class per table holds its statements.
 */
package io.mortise.store.sql.internal;
