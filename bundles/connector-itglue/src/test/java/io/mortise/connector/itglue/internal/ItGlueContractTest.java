package io.mortise.connector.itglue.internal;

import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Observation;
import io.mortise.connector.tck.Ahead;
import io.mortise.connector.tck.ConnectorContract;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.Note;
import io.mortise.model.Organization;
import io.mortise.model.RelatedItem;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItGlueContractTest extends ConnectorContract {
    private final Samples samples = new Samples();
    private final Ahead clock = new Ahead();
    private Sandbox sandbox;

    @BeforeAll
    void start() throws IOException {
        sandbox = Sandbox.start(
                SandboxOptions.inMemory().withScale(0.1).withSpeed(100_000).withClock(clock));
    }

    @AfterAll
    void stop() throws IOException {
        sandbox.close();
    }

    @Override
    protected boolean pass(Duration time) {
        clock.more(time);
        return true;
    }

    @Override
    protected Connector connector() {
        return new ItGlueConnector();
    }

    @Override
    protected Map<String, String> settings() {
        return settings("ITG.sandbox");
    }

    @Override
    protected Map<String, String> wrongSettings() {
        return settings("ITG.of-somebody-else");
    }

    @Override
    protected Map<String, String> personalSettings() {
        return Map.of("email", personalEmail(), "password", "sandbox");
    }

    @Override
    protected String personalEmail() {
        return "praman@tenonworks.example";
    }

    private Map<String, String> settings(String key) {
        return Map.of(
                "subdomain",
                "tenonworks",
                "region",
                "us",
                "key",
                key,
                "url",
                sandbox.itGlue().toString());
    }

    private static boolean isWritten(EntityType type) {
        return List.of(Organization.TYPE, Location.TYPE, Contact.TYPE, Configuration.TYPE, Note.TYPE, RelatedItem.TYPE)
                .contains(type);
    }

    @Override
    protected Optional<Fields> edit(Tenant tenant, EntityType type, Observation record) throws Fault {
        return isWritten(type) ? Optional.of(samples.edit(tenant, type, record)) : Optional.empty();
    }

    @Override
    protected Optional<Fields> birth(Tenant tenant, EntityType type) throws Fault {
        return isWritten(type) ? Optional.of(samples.birth(tenant, type)) : Optional.empty();
    }
}
