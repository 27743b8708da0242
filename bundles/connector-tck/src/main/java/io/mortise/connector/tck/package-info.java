/** What every connector must hold to: extend {@link io.mortise.connector.tck.ConnectorContract} in its tests. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mortise.connector.tck;
