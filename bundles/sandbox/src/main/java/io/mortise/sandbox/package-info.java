/** Simulators of IT Glue, Kaseya BMS and Kaseya VSA 9 that speak the vendors' wire contracts on ports of their own. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mortise.sandbox;
