package io.mortise.connector.itglue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Fault;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Standing;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The organizations that a person's own login reaches. */
class ReachedTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(100_000));
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    private Tenant person(String name) throws Fault {
        Map<String, String> settings = Map.of(
                "subdomain",
                "tenonworks",
                "region",
                "us",
                "key",
                "ITG.sandbox",
                "url",
                sandbox.itGlue().toString());
        Map<String, String> own = Map.of("email", name + "@sandbox.example", "password", "sandbox");
        return Tenant.openAs(new ItGlueConnector(), settings, own, "somebody@example.org");
    }

    @Test
    void f074_a_person_reaches_the_organizations_that_are_listed_for_the_own_login() throws Fault {
        assertThat(person("admin").session().standing().reach()).isEmpty();
        int all = person("admin").all(Organization.TYPE).size();
        assertThat(person("tech").session().standing().reach().orElseThrow()).hasSize(all);
        Set<Ref> some = person("lite").session().standing().reach().orElseThrow();
        assertThat(some)
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(person("lite").all(Organization.TYPE).stream()
                        .map(seen -> Ref.to(Organization.TYPE, seen.ref().id()))
                        .toList());
    }

    @Test
    void who_reaches_no_organization_is_told_so() throws Fault {
        Standing standing = person("outsider").session().standing();
        assertThat(standing.warnings()).containsExactly("IT Glue lets you see no organization.");
        assertThat(standing.reach()).contains(Set.of());
    }
}
