package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alarms, messages, custom fields, audit details, staff and departments of VSA. */
class VsaMoreTest {
    private static final String API = "/api/v1.0";
    private Sandbox sandbox;
    private Caller vsa;
    private Caller control;
    private String agent;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.3));
        vsa = Caller.vsa(sandbox);
        control = Caller.control(sandbox.vsa());
        agent = vsa.get(API + "/assetmgmt/agents").at("/Result/9/AgentId").asText();
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void newAlarmsAreThoseThatThisSessionHasNotSeen() {
        String alarms = API + "/assetmgmt/alarms/";
        int all = vsa.get(alarms + "true").get("TotalRecords").asInt();
        assertThat(all).isPositive();
        assertThat(vsa.get(alarms + "false").get("TotalRecords").asInt()).isEqualTo(all);
        assertThat(vsa.get(alarms + "false").get("TotalRecords").asInt()).isZero();
        control.call("POST", "/_sandbox/records/alarms", "{'AgentId':'" + agent + "','AlarmSubject':'is offline'}");
        assertThat(vsa.get(alarms + "false").at("/Result/0/AlarmSubject").asText())
                .isEqualTo("is offline");
        assertThat(Caller.vsa(sandbox).get(alarms + "false").get("TotalRecords").asInt())
                .isEqualTo(all + 1);
        assertThat(vsa.status("GET", API + "/assetmgmt/alarms", null)).isEqualTo(404);
    }

    @Test
    void anAlarmIsClosedWithAListAnObjectAFormOrNothing() {
        String open = API + "/assetmgmt/alarms/true?$filter=MonitorAlarmStateId%20eq%201M";
        for (String body :
                new String[] {"[{'key':'notes','value':'done'}]", "{'key':'notes','value':'x'}", "notes=y", null}) {
            JsonNode alarm = vsa.get(open).at("/Result/0");
            assertThat(alarm.get("agentName").asText()).isNotEmpty();
            String path = API + "/assetmgmt/alarms/" + alarm.get("AlarmId").asText();
            assertThat(vsa.status("PUT", path + "/close", body)).isEqualTo(200);
            assertThat(vsa.get(path).at("/Result/MonitorAlarmStateId").asInt()).isNotEqualTo(1);
        }
    }

    @Test
    void aNotificationIsAMessageThatIsReadAndDeleted() {
        assertThat(vsa.status("POST", API + "/notification", "{'Title':'Hello','Body':'World'}"))
                .isEqualTo(200);
        String center = API + "/infocenter/messages";
        JsonNode message = vsa.get(center).at("/Result/0");
        assertThat(message.get("Title").asText()).isEqualTo("Hello");
        String id = message.get("MessageId").asText();
        assertThat(vsa.status("PUT", center + "/true", "['" + id + "']")).isEqualTo(200);
        assertThat(vsa.get(center).at("/Result/0/IsRead").asBoolean()).isTrue();
        assertThat(vsa.status("DELETE", center + "/" + id, null)).isEqualTo(204);
        assertThat(vsa.status("POST", API + "/email", "{'ToAddress':'a@b.example','Subject':'x'}"))
                .isEqualTo(400);
    }

    @Test
    void aCustomFieldHasAValueForEachAgent() {
        String fields = API + "/assetmgmt/assets/customfields";
        assertThat(vsa.get(fields).get("TotalRecords").asInt()).isZero();
        String make = "[{'key':'FieldName','value':'Rack'},{'key':'FieldType','value':'string'}]";
        assertThat(vsa.status("POST", fields, make)).isEqualTo(200);
        assertThat(vsa.status("POST", fields, make)).isEqualTo(400);
        String mine = API + "/assetmgmt/assets/" + agent + "/customfields";
        assertThat(vsa.status("PUT", mine + "/Rack", "[{'key':'FieldValue','value':'B4'}]"))
                .isEqualTo(200);
        assertThat(vsa.status("PUT", fields + "/Rack", "[{'key':'NewFieldName','value':'Cabinet'}]"))
                .isEqualTo(200);
        JsonNode value = vsa.get(mine).at("/Result/0");
        assertThat(value.get("FieldName").asText()).isEqualTo("Cabinet");
        assertThat(value.get("FieldValue").asText()).isEqualTo("B4");
        assertThat(vsa.status("DELETE", fields + "/Cabinet", null)).isEqualTo(204);
        assertThat(vsa.get(mine).get("TotalRecords").asInt()).isZero();
    }

    @Test
    void anAuditShowsWhatAMachineIsMadeOf() {
        String audit = API + "/assetmgmt/audit/" + agent;
        for (String part : List.of(
                "/hardware/pcianddisk",
                "/hardware/printers",
                "/software/installedapplications",
                "/software/addremoveprograms",
                "/software/licenses",
                "/software/securityproducts",
                "/useraccounts")) {
            assertThat(vsa.get(audit + part).get("Result")).as(part).isNotEmpty();
        }
        assertThat(vsa.status("PUT", API + "/assetmgmt/audit/latest/" + agent + "/runnow", null))
                .isEqualTo(204);
        assertThat(vsa.status("GET", API + "/assetmgmt/audit/summary/" + agent, null))
                .isEqualTo(404);
    }

    @Test
    void anOrganizationHasDepartmentsAndStaffAndTheServerBreaksWithoutAFunction() {
        String org = vsa.get(API + "/system/orgs").at("/Result/1/OrgId").asText();
        String departments = API + "/system/orgs/" + org + "/departments";
        assertThat(vsa.get(departments).at("/Result/0/DepartmentName").asText()).isEqualTo("root");
        String made = vsa.call("POST", departments, "{'DepartmentName':'Dispatch'}")
                .get("Result")
                .asText();
        String staff = vsa.call(
                        "POST",
                        API + "/system/departments/" + made + "/staff",
                        "{'StaffFullName':'Ada Byron','Title':'Clerk'}")
                .get("Result")
                .asText();
        assertThat(vsa.get(API + "/system/orgs/" + org + "/staff?$filter=StaffFullName%20eq%20%27Ada%20Byron%27")
                        .get("TotalRecords")
                        .asInt())
                .isEqualTo(1);
        String path = API + "/system/staff/" + staff;
        assertThat(vsa.status("PUT", path, "{'Title':'Chief'}")).isEqualTo(500);
        assertThat(vsa.status("PUT", path, "{'Title':'Chief','Function':''}")).isEqualTo(200);
        assertThat(vsa.get(path).at("/Result/Title").asText()).isEqualTo("Chief");
    }

    @Test
    void theLogOfAlarmsHoldsTheAlarmsOfItsAgent() {
        JsonNode alarm = vsa.get(API + "/assetmgmt/alarms/true").at("/Result/0");
        String logs = API + "/assetmgmt/logs/" + alarm.get("AgentId").asText();
        assertThat(vsa.get(logs + "/alarms").at("/Result/0/Event")).isEqualTo(alarm.get("AlarmSubject"));
        assertThat(vsa.get(logs + "/remotecontrol").get("TotalRecords").asInt()).isZero();
    }

    @Test
    void anAssetLeadsToTheAuditOfItsAgent() {
        JsonNode asset = vsa.get(API + "/assetmgmt/assets?$filter=AgentId%20eq%20" + agent + "M")
                .at("/Result/0");
        String id = asset.get("AssetId").asText();
        assertThat(vsa.get(API + "/assetmgmt/assets/getassetbyid/" + id).at("/Result/AssetName"))
                .isEqualTo(asset.get("AssetName"));
        assertThat(vsa.get(API + "/assetmgmt/assets/" + id + "/agentaudit")
                        .at("/Result/AgentGuid")
                        .asText())
                .isEqualTo(agent);
    }

    @Test
    void anAlertIsKeptAsItCame() {
        assertThat(vsa.status("POST", API + "/automation/agentalerts/7", "{'any':'thing'}"))
                .isEqualTo(200);
        assertThat(control.get("/_sandbox/records/alerts")
                        .at("/items/0/fields/Payload/any")
                        .asText())
                .isEqualTo("thing");
    }

    @Test
    void aNoteOnAnAgentIsABareText() {
        assertThat(vsa.status("POST", API + "/assetmgmt/agent/" + agent + "/note", "'Call first'"))
                .isEqualTo(200);
        JsonNode note = vsa.get(API + "/assetmgmt/agent/notes").at("/Result/0");
        assertThat(note.get("Note").asText()).isEqualTo("Call first");
        String id = note.get("NoteId").asText();
        assertThat(vsa.status("PUT", API + "/assetmgmt/agent/notes", "{'" + id + "':'Call twice'}"))
                .isEqualTo(200);
        assertThat(vsa.status("DELETE", API + "/assetmgmt/agent/note/" + id, null))
                .isEqualTo(204);
    }
}
