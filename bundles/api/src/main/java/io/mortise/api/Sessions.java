package io.mortise.api;

import io.mortise.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Who is signed in. Made by access, asked by web on every request. Thread-safe. */
@ProviderType
public interface Sessions {
    /**
     * Checks the password; slow on purpose, and slower after failures of this user or from this address.
     *
     * @param from the address that asks
     * @throws Refusal DENIED, with the same words for an unknown user and a wrong password
     */
    Session signIn(String user, Secret password, String from);

    /** The session of a cookie's value; extends it. Empty: none, ended or too old. */
    Optional<Session> find(Secret cookie);

    void end(Secret cookie);

    /** The person behind a bearer token made by {@link #newToken}, without the right to make or end tokens. */
    Optional<Caller> bearer(Secret token);

    /**
     * A token for scripts, with at most its owner's rights. Its secret is shown this once.
     *
     * @param lasts above zero and at most ten years; for ever when left out
     * @throws Refusal DENIED to who comes with a token, or without the right {@code tokens.use}
     */
    NewToken newToken(Caller owner, String name, Optional<Duration> lasts);

    List<Token> tokens(Caller owner);

    void endToken(Caller owner, String id);

    /** True until the first administrator exists: the set-up page is open to who has the one-time link. */
    boolean awaitsSetUp();

    /**
     * Makes the first administrator.
     *
     * @param from the address that asks, for which failures count as in {@link #signIn}
     * @throws Refusal DENIED when the code is wrong, used or too old
     */
    Session setUp(Secret code, String user, String name, Secret password, String from);

    /**
     * @param cookie what the browser is given; at least 128 random bits
     * @param csrf what a writing request must repeat in X-CSRF-Token
     * @param rights names of all rights of the role, so that screens can mirror them
     */
    record Session(Caller caller, Secret cookie, String csrf, Set<String> roles, Set<String> rights, Instant ends) {}

    record NewToken(Token token, Secret secret) {}

    record Token(String id, String name, Instant created, Optional<Instant> ends) {}
}
