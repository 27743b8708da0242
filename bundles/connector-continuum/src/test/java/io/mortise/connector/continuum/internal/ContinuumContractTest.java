package io.mortise.connector.continuum.internal;

import io.mortise.connector.Connector;
import io.mortise.connector.Observation;
import io.mortise.connector.tck.ConnectorContract;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContinuumContractTest extends ConnectorContract {
    private Sandbox sandbox;

    @BeforeAll
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.2).withSpeed(100_000));
        Desk.at(sandbox.continuum())
                .send("POST", "/_sandbox/faults", "{\"kind\":\"latency\",\"every\":3,\"millis\":20}");
    }

    @AfterAll
    void stop() throws IOException {
        sandbox.close();
    }

    @Override
    protected Connector connector() {
        return new ContinuumConnector();
    }

    @Override
    protected Map<String, String> settings() {
        return settings("sandbox-secret");
    }

    @Override
    protected Map<String, String> wrongSettings() {
        return settings("not-the-secret");
    }

    private Map<String, String> settings(String secret) {
        String url = sandbox.continuum().toString();
        return Map.of("url", url, "clientId", "sandbox", "secret", secret);
    }

    @Override
    protected boolean onlyAsks(String method, String path) {
        return method.equals("POST") && path.endsWith("/endpoints");
    }

    @Override
    protected String unknownId(EntityType type) {
        return "00000000-0000-4000-8000-000000999999";
    }

    @Override
    protected Optional<Fields> edit(Tenant tenant, EntityType type, Observation record) {
        return Optional.empty();
    }

    @Override
    protected Optional<Fields> birth(Tenant tenant, EntityType type) {
        return Optional.empty();
    }
}
