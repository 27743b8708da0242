package io.mortise.connector;

import io.mortise.model.Secret;
import java.time.Clock;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the engine lends to {@link Connector#open} and {@link Connector#signIn}. Thread-safe. */
@ProviderType
public interface Connection {
    /** As typed and cleaned; "" when left out. A technician's session sees the personal settings too. */
    String setting(String name);

    Secret secret(String name);
    /** The technician's e-mail in a personal session. */
    Optional<String> person();
    /** The last token, while it is being renewed. */
    Optional<Token> expiring();

    Http http();

    Clock clock();
}
