/** A whole store in memory, for tests and the simulator. */
package io.mortise.store.memory;
