package io.mortise.connector.tck;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Http;
import io.mortise.connector.Token;
import io.mortise.model.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** A connection with settings from a test. */
final class Line implements Connection {
    private final Map<String, String> settings;
    private final Optional<String> person;
    private final Optional<Token> expiring;
    private final Wire wire;

    Line(Connector connector, Map<String, String> settings, Optional<Token> expiring) {
        this(connector, settings, Optional.empty(), expiring);
    }

    /** @param person whose session it is, by e-mail; the tenant's if empty */
    Line(Connector connector, Map<String, String> settings, Optional<String> person, Optional<Token> expiring) {
        this.settings = settings;
        this.person = person;
        this.expiring = expiring;
        this.wire = new Wire(URI.create(connector.descriptor().base(this)));
    }

    Wire wire() {
        return wire;
    }

    @Override
    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    @Override
    public Secret secret(String name) {
        return Secret.of(setting(name));
    }

    @Override
    public Optional<String> person() {
        return person;
    }

    @Override
    public Optional<Token> expiring() {
        return expiring;
    }

    @Override
    public Http http() {
        return wire;
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }
}
