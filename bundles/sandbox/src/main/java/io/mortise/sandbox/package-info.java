/** Simulators of IT Glue, Kaseya BMS, Kaseya VSA 9 and ConnectWise RMM that speak the vendors' wire contracts on ports of their own. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.mortise.sandbox;
