package io.mortise.connector.vsa.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Alert;
import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Lookup;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is peculiar to VSA. */
class VsaBehaviourTest {
    private Sandbox sandbox;
    private Desk desk;
    private Tenant tenant;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.2).withSpeed(100_000));
        desk = Desk.at(sandbox.vsa());
        tenant = Tenant.open(
                new VsaConnector(), Map.of("url", sandbox.vsa().toString(), "user", "api", "password", "sandbox"));
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void aPageOfAgentsAndAPageOfAuditsMakeMachinesWithSerialAndMac() throws Fault {
        var pages = tenant.pages(tenant.sweep(Configuration.TYPE).orElseThrow(), Cursor.START, 100);
        assertThat(pages).hasSizeGreaterThan(1);
        for (var page : pages)
            for (Observation machine : page.items()) {
                assertThat(machine.isPartial()).isFalse();
                assertThat(machine.fields().mentions(Configuration.SERIAL)).isTrue();
                assertThat(machine.fields().mentions(Configuration.MAC)).isTrue();
            }
    }

    @Test
    void aNewAgentIsAMachine() throws Fault {
        String org = tenant.all(Organization.TYPE).get(1).ref().id();
        desk.send(
                "POST",
                "/_sandbox/records/agents",
                "{\"ComputerName\":\"NEW-1\",\"SystemSerialNumber\":\"s-1\",\"OSType\":\"Windows Server 2022\",\"OrgId\":\""
                        + org + "\"}");
        assertThat(tenant.all(Configuration.TYPE))
                .filteredOn(o -> o.fields().get(Configuration.NAME).equals(java.util.Optional.of("NEW-1")))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.fields().get(Configuration.SERIAL)).contains("S-1");
                    assertThat(o.fields().get(Configuration.KIND).orElseThrow().label())
                            .isEqualTo("Server");
                });
    }

    @Test
    void aCutPageIsReadAgain() {
        desk.send("POST", "/_sandbox/faults", "{\"kind\":\"truncated-page\",\"mode\":\"rows\",\"every\":1}");
        Fault fault = catchThrowableOfType(Fault.class, () -> tenant.all(Configuration.TYPE));
        assertThat(fault.remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void aRoleWithoutTheFunctionAuditIsWarnedOf() throws Fault {
        assertThat(tenant.session().standing().warnings()).isEmpty();
        String role = desk.send("POST", "/_sandbox/records/roles", "{\"RoleName\":\"System\",\"Denied\":[\"audit\"]}")
                .replaceAll(".*?\"id\":\"(\\d+)\".*", "$1");
        desk.send(
                "POST",
                "/_sandbox/records/users",
                "{\"AdminName\":\"less\",\"AdminPassword\":\"secret\",\"AdminRoleIds\":[\"" + role + "\"]}");
        Tenant less = Tenant.open(
                new VsaConnector(), Map.of("url", sandbox.vsa().toString(), "user", "less", "password", "secret"));
        assertThat(less.session().standing().warnings())
                .singleElement()
                .asString()
                .contains("Audit");
        Fault fault = catchThrowableOfType(Fault.class, () -> less.all(Configuration.TYPE));
        assertThat(fault.remedy()).isEqualTo(Remedy.ASK_ADMIN);
    }

    @Test
    void aFailureInsideA200IsOne() {
        assertThat(inside("{\"ResponseCode\":4030001,\"Error\":\"Access denied\"}"))
                .isEqualTo(Remedy.ASK_ADMIN);
        assertThat(inside("{\"ResponseCode\":4010001}")).isEqualTo(Remedy.SIGN_IN);
        assertThat(inside("{\"ResponseCode\":404}")).isEqualTo(Remedy.FORGET);
        assertThat(inside("{\"ResponseCode\":500}")).isEqualTo(Remedy.RETRY);
    }

    private static Remedy inside(String json) {
        Json body = Json.read(json.getBytes(UTF_8));
        return catchThrowableOfType(
                        Fault.class, () -> new VsaDialect().content(Request.get("/x"), body, Mapping.empty()))
                .remedy();
    }

    @Test
    void openAlarmsAreAlertsOfTheirMachineAndAClosedOneHasGone() throws Fault {
        List<Observation> alarms = tenant.all(Alert.TYPE);
        assertThat(alarms).isNotEmpty().allSatisfy(alarm -> {
            assertThat(alarm.fields().get(Alert.STATE).map(Choice::label)).contains("Open");
            assertThat(alarm.fields().get(Alert.PARENT).map(Ref::type)).contains("configuration");
        });
        String id = alarms.get(0).ref().id();
        desk.send("PATCH", "/_sandbox/records/alarms/" + id, "{\"MonitorAlarmStateId\":2}");
        assertThat(tenant.all(Alert.TYPE)).hasSize(alarms.size() - 1);
        Fault fault = catchThrowableOfType(Fault.class, () -> tenant.fetch(Alert.TYPE, id));
        assertThat(fault.remedy()).isEqualTo(Fault.Remedy.FORGET);
    }

    @Test
    void bothListsAreThere() throws Fault {
        assertThat(tenant.all(Lookup.TYPE))
                .extracting(seen -> seen.ref().id())
                .contains("organizationType/1", "configurationType/1");
    }
}
