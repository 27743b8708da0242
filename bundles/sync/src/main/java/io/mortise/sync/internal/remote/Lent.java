package io.mortise.sync.internal.remote;

import io.mortise.connector.Connection;
import io.mortise.connector.Http;
import io.mortise.connector.Token;
import io.mortise.model.Secret;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** What a connector is lent of a connection. */
record Lent(
        Account account,
        Function<String, Optional<Secret>> secrets,
        Optional<String> person,
        Optional<Token> expiring,
        Http http,
        Clock clock)
        implements Connection {
    @Override
    public String setting(String name) {
        return account.settings().getOrDefault(name, "");
    }

    @Override
    public Secret secret(String name) {
        return secrets.apply(name).orElse(Secret.of(""));
    }
}
