package io.mortise.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * How to start a sandbox.
 *
 * @param port of IT Glue; BMS, VSA and ConnectWise RMM take the three after it; 0 takes any free ports
 * @param seed of the world and of random faults: the same seed makes the same world
 * @param scale 1 makes about 25 customers and 1,200 machines; 0.1 a tenth of them
 * @param speed how many times faster than the clock the vendors' rate windows pass; 1 is literal
 * @param state folder in which the world outlives the process; empty keeps it in memory
 * @param tls whether VSA answers over TLS too, on the fifth port, with a certificate for which nobody vouches
 * @param hook whom BMS calls at each change of a ticket
 * @param clock of record times, sessions and rate windows
 */
public record SandboxOptions(
        int port,
        long seed,
        double scale,
        double speed,
        Optional<Path> state,
        boolean tls,
        Optional<Hook> hook,
        Clock clock) {
    /** @param secret that the calls are signed with */
    public record Hook(URI address, String secret) {
        @Override
        public String toString() {
            return "a hook at " + address;
        }
    }

    /** The port of IT Glue unless told otherwise. */
    public static final int USUAL_PORT = 9411;

    public SandboxOptions {
        Objects.requireNonNull(state);
        Objects.requireNonNull(hook);
        Objects.requireNonNull(clock);
        if (port < 0 || port > 65_531) {
            throw new IllegalArgumentException("port must be 0 to 65531, but is " + port);
        }
        if (!(scale > 0 && scale <= 100)) {
            throw new IllegalArgumentException("scale must be above 0 and at most 100, but is " + scale);
        }
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above 0, but is " + speed);
        }
    }

    /** For tests: free ports, seed 1, full scale, speed 60, in memory, the system's clock. */
    public static SandboxOptions inMemory() {
        return new SandboxOptions(0, 1, 1, 60, Optional.empty(), false, Optional.empty(), Clock.systemUTC());
    }

    public SandboxOptions withPort(int value) {
        return new SandboxOptions(value, seed, scale, speed, state, tls, hook, clock);
    }

    public SandboxOptions withSeed(long value) {
        return new SandboxOptions(port, value, scale, speed, state, tls, hook, clock);
    }

    public SandboxOptions withScale(double value) {
        return new SandboxOptions(port, seed, value, speed, state, tls, hook, clock);
    }

    public SandboxOptions withSpeed(double value) {
        return new SandboxOptions(port, seed, scale, value, state, tls, hook, clock);
    }

    public SandboxOptions withState(Path folder) {
        return new SandboxOptions(port, seed, scale, speed, Optional.of(folder), tls, hook, clock);
    }

    public SandboxOptions withTls(boolean value) {
        return new SandboxOptions(port, seed, scale, speed, state, value, hook, clock);
    }

    public SandboxOptions withHook(Hook value) {
        return new SandboxOptions(port, seed, scale, speed, state, tls, Optional.of(value), clock);
    }

    public SandboxOptions withClock(Clock value) {
        return new SandboxOptions(port, seed, scale, speed, state, tls, hook, value);
    }
}
