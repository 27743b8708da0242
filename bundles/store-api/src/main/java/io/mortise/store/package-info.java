/**
 * What records, sync and access need remembered: records, links, journal, dirty set, documents. Start at
 * {@link io.mortise.store.Store}. The store knows no record type and reads none of the JSON that it keeps.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mortise.store;
