package io.mortise.connector;

import org.osgi.annotation.versioning.ConsumerType;

/** One product, published as one service. Stateless and thread-safe; everything that lasts is kept by the engine. */
@ConsumerType
public interface Connector {
    /** Constant, without I/O: asked long before anything is connected. */
    Descriptor descriptor();

    /**
     * Turns the settings into what each request must carry. Called for the tenant and, where the descriptor has
     * personal settings, for each technician; again shortly before the token ends, and once after a SIGN_IN fault.
     */
    default Token signIn(Connection c) throws Fault {
        return Token.NONE;
    }

    /** Cheap, without I/O. One thread at a time uses a session; the engine opens more when it wants more. */
    Session open(Connection c);
}
