/** What connectors share that speak JSON over HTTP: start at {@link io.mortise.connector.http.Mapping}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mortise.connector.http;
