package io.mortise.connector.continuum.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Observation;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Configuration;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is peculiar to ConnectWise RMM. */
class ContinuumBehaviourTest {
    private Sandbox sandbox;
    private Desk desk;
    private Tenant tenant;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(1).withSpeed(100_000));
        desk = Desk.at(sandbox.continuum());
        tenant = tenant("sandbox", "sandbox-secret");
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    private Tenant tenant(String client, String secret) throws Fault {
        return Tenant.open(
                new ContinuumConnector(),
                Map.of("url", sandbox.continuum().toString(), "clientId", client, "secret", secret));
    }

    private void fault(String json) {
        desk.send("POST", "/_sandbox/faults", json);
    }

    private Remedy sweeping() {
        return catchThrowableOfType(Fault.class, () -> tenant.all(Configuration.TYPE))
                .remedy();
    }

    @Test
    void aWrongKeyIsRefusedAtSigningIn() {
        assertThat(catchThrowableOfType(Fault.class, () -> tenant("sandbox", "wrong"))
                        .remedy())
                .isEqualTo(Remedy.SIGN_IN);
        assertThat(catchThrowableOfType(Fault.class, () -> tenant("somebody", "sandbox-secret"))
                        .remedy())
                .isEqualTo(Remedy.SIGN_IN);
    }

    @Test
    void everyMachineBelongsToACompanyAndASiteThatAreShown() throws Fault {
        Set<String> organizations = ids(tenant.all(Organization.TYPE));
        Set<String> locations = ids(tenant.all(Location.TYPE));
        List<Observation> machines = tenant.all(Configuration.TYPE);
        assertThat(organizations).hasSize(6);
        assertThat(machines).hasSizeGreaterThan(100);
        for (Observation machine : machines) {
            assertThat(organizations)
                    .contains(machine.fields()
                            .get(Configuration.ORGANIZATION)
                            .orElseThrow()
                            .id());
            assertThat(locations)
                    .contains(machine.fields()
                            .get(Configuration.LOCATION)
                            .orElseThrow()
                            .id());
        }
    }

    private static Set<String> ids(List<Observation> all) {
        return all.stream().map(o -> o.ref().id()).collect(Collectors.toSet());
    }

    @Test
    void aNewEndpointIsAMachineAndOneThatMovesStaysTheSame() throws Fault {
        String made = desk.send(
                "POST",
                "/_sandbox/records/endpoints",
                "{\"companyId\":\"50101\",\"siteId\":\"60101\",\"friendlyName\":\"NEW-1\",\"endpointType\":\"Server\"}");
        String id = made.replaceAll(".*?\"id\":\"(\\d+)\".*", "$1");
        Observation before = named("NEW-1").orElseThrow();
        assertThat(before.fields().get(Configuration.KIND).orElseThrow().label())
                .isEqualTo("Server");

        desk.send("PATCH", "/_sandbox/records/endpoints/" + id, "{\"siteId\":\"60102\"}");
        Observation after = tenant.fetch(Configuration.TYPE, before.ref().id());
        assertThat(after.fields().get(Configuration.LOCATION))
                .isPresent()
                .isNotEqualTo(before.fields().get(Configuration.LOCATION));

        desk.send("DELETE", "/_sandbox/records/endpoints/" + id, "");
        assertThat(named("NEW-1")).isEmpty();
    }

    private Optional<Observation> named(String name) throws Fault {
        return tenant.all(Configuration.TYPE).stream()
                .filter(o -> o.fields().get(Configuration.NAME).equals(Optional.of(name)))
                .findFirst();
    }

    @Test
    void smallPagesCrossFromCompaniesToCompanies() throws Fault {
        var pages = tenant.pages(tenant.sweep(Configuration.TYPE).orElseThrow(), Cursor.START, 40);
        assertThat(pages).hasSizeGreaterThan(4);
        assertThat(pages.stream().flatMap(page -> page.items().stream()).map(Observation::ref))
                .doesNotHaveDuplicates()
                .hasSize(tenant.all(Configuration.TYPE).size());
    }

    @Test
    void aListThatIsAskedForByAPostIsAskedForAgainAfterAnyFailure() {
        for (String kind : List.of("timeout-before", "timeout-after", "500", "429")) {
            fault("{\"kind\":\"" + kind + "\",\"every\":1,\"path\":\"/categories/\"}");
            assertThat(sweeping()).as(kind).isEqualTo(Remedy.RETRY);
            desk.send("DELETE", "/_sandbox/faults", "");
        }
        fault("{\"kind\":\"truncated-page\",\"mode\":\"cut\",\"every\":1,\"path\":\"/categories/\"}");
        assertThat(sweeping()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void readingIsNoWrite() throws Fault {
        tenant.all(Configuration.TYPE);
        assertThat(desk.send("GET", "/_sandbox/writes", "")).contains("\"total\":0");
    }
}
