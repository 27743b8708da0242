package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every answer to a GET against the vendor's own description, which is not ours to ship: {@code
 * -Dmortise.bms.openapi=FILE} names a copy whose property names are in the case of live answers.
 */
class BmsOpenApiTest {
    private static final String FILE = System.getProperty("mortise.bms.openapi", "");
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("moduleId", "22"),
            Map.entry("tableName", "ContactType"),
            Map.entry("integrationType", "vsa"),
            Map.entry("entityType", "accounts"),
            Map.entry("subjectType", "tickets"));

    /** A variable, and the list that an id for it comes from. */
    private static final String[][] SOURCES = {
        {"assigneeId", "hr/assignees"},
        {"accountId", "crm/accounts/lookup"},
        {"contactId", "crm/contacts/summary"},
        {"assetId", "servicedesk/hardwareasset/searchselect"},
        {"issueTypeId", "system/issuetypes/lookup"}
    };

    /** Null where the description knows no null: answers that connectors have been built on. */
    private static final Set<String> LIVE = Set.of(
            "/v2/crm/contacts/search: /result/*/hasClientPortalAccess is null",
            "/v2/servicedesk/hardwareasset/searchselect: /result/*/contactId is null",
            "/v2/servicedesk/hardwareasset/{assetId}: /result/dhcpEnabled is null",
            "/v2/servicedesk/hardwareasset/{assetId}: /result/winsEnabled is null");

    private final Map<String, String> ids = new HashMap<>(KNOWN);

    @Test
    void everyGetAnswersAsTheVendorDescribesIt() throws IOException {
        assumeTrue(!FILE.isEmpty(), "no OpenAPI document is named");
        JsonNode document = new ObjectMapper().readTree(Path.of(FILE).toFile());
        OpenApiSchema schema = new OpenApiSchema(document);
        TreeSet<String> faults = new TreeSet<>();
        int checked = 0;
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.3))) {
            Caller bms = Caller.bms(sandbox);
            collect(bms, Caller.control(sandbox.bms()));
            for (var path : document.get("paths").properties()) {
                JsonNode answer = path.getValue().at("/get/responses/200/content/application~1json/schema");
                if (!path.getKey().endsWith("/download") && !answer.isMissingNode() && answered(bms, path.getKey())) {
                    HttpResponse<String> response = bms.send("GET", filled(path.getKey(), bms), null);
                    schema.faults(enveloped(path.getKey(), Caller.json(response)), answer)
                            .forEach(fault -> faults.add(path.getKey() + ": " + fault));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(90);
        faults.removeAll(LIVE);
        assertThat(faults).isEmpty();
    }

    /** Where live answers are known to differ: two details in the usual envelope, and a list declared as one object. */
    private static JsonNode enveloped(String path, JsonNode body) {
        if (path.matches("/v2/crm/(accounts|contacts)/summary/\\{id}")) {
            return body.get("result");
        }
        if (path.endsWith("/checklistitems")) {
            ((ObjectNode) body).set("result", body.at("/result/0"));
        }
        return body;
    }

    private static boolean answered(Caller bms, String template) {
        JsonNode paths = bms.get("/swagger/v2/swagger.json").get("paths");
        String shape = shape(template);
        boolean[] found = {false};
        paths.properties()
                .forEach(path -> found[0] |=
                        shape(path.getKey()).equals(shape) && path.getValue().has("get"));
        return found[0];
    }

    private static String shape(String template) {
        return template.replaceAll("\\{[^}]*}", "{}");
    }

    /** A ticket that has everything: an alarm that came often, a note with a file, work, a checklist, a relation. */
    private void collect(Caller bms, Caller control) {
        String company = bms.get("/v2/crm/accounts/lookup").at("/result/0/name").asText();
        String job = bms.call(
                        "POST",
                        "/v2/rmm/vsa/tickets",
                        "[{'alertRefId':'A1','title':'Alarm','details':'x'," + "'organization':{'name':'" + company
                                + "'},'duplicationCount':3}]")
                .at("/result/jobId")
                .asText();
        String ticket = bms.get("/v2/rmm/vsa/tickets/status/" + job)
                .at("/result/details/0/ticketId")
                .asText();
        String path = "/v2/servicedesk/tickets/" + ticket;
        bms.call(
                "POST",
                path + "/notes",
                "{'details':'<p>Hi</p>','isInternal':false,'typeId':71,"
                        + "'noteDate':'2026-11-01','attachments':[{'name':'a.txt','base64Data':'aGk=','type':'text/plain'}]}");
        bms.call(
                "POST",
                path + "/timelogs",
                "{'startDate':'2026-11-01','startTime':'09:00:00','endTime':'10:00:00',"
                        + "'workTypeId':7301,'roleId':7401}");
        bms.call("POST", path + "/checklistitems", "{'name':'Check'}");
        bms.call("POST", path + "/relatedTickets", "{'relatedTicketIds':[301005]}");
        ids.put("ticketId", ticket);
        ids.put("noteId", bms.get(path + "/notes").at("/result/0/id").asText());
        ids.put("timeEntryId", bms.get(path + "/timelogs").at("/result/0/id").asText());
        ids.put(
                "attachmentId",
                bms.get("/v2/system/attachments/22/" + ticket)
                        .at("/result/0/id")
                        .asText());
        JsonNode expense = control.get("/_sandbox/records/expenses?limit=1").at("/items/0");
        ids.put("expenseId", expense.get("id").asText());
        ids.put("expenseTicket", expense.at("/fields/ticketId").asText());
        for (String[] source : SOURCES) {
            ids.put(source[0], bms.get("/v2/" + source[1]).at("/result/0/id").asText());
        }
        String agents = "/_sandbox/records/tickets?limit=1&q=vsaAssetId";
        ids.put("agentId", control.get(agents).at("/items/0/fields/vsaAssetId").asText());
        bms.call("POST", "/v2/admin/webhooks", "{'name':'x','payloadURL':'http://127.0.0.1:1/','isEnabled':false}");
        ids.put("webhook", "301");
    }

    private String filled(String template, Caller bms) {
        String path = template;
        if (path.contains("/attachments/")) {
            path = path.replace("{objectId}", "{ticketId}");
        }
        path = path.replace("{objectId}", "{ticketId}").replace("{subjectId}", "{ticketId}");
        if (path.contains("hardwareassets/{") || path.contains("hardwareasset/{")) {
            path = path.replaceAll("(hardwareassets?)/\\{[^}]*}", "$1/{assetId}");
        }
        if (path.contains("/expenses")) {
            path = path.replace("{ticketId}", "{expenseTicket}");
        }
        if (path.startsWith("/v2/admin/webhooks/")) {
            path = path.replace("{id}", "{webhook}");
        }
        if (path.startsWith("/v2/crm/accounts/summary")) {
            path = path.replace("{id}", "{accountId}");
        }
        if (path.startsWith("/v2/crm/contacts")) {
            path = path.replace("{id}", "{contactId}");
        }
        if (path.contains("/locations/{")) {
            String locations = "/v2/crm/accounts/" + ids.get("accountId") + "/locations/lookup";
            ids.put("locationId", bms.get(locations).at("/result/0/id").asText());
        }
        if (path.contains("{templateId}")) {
            String list = path.substring(0, path.indexOf("/{")) + "/lookup";
            path = path.replace("{templateId}", bms.get(list).at("/result/0/id").asText());
        }
        if (path.contains("{jobId}")) {
            String body = path.contains("/rmm/") ? "[]" : "{'targetedIds':[]}";
            String to = path.contains("/rmm/") ? "/v2/rmm/vsa/assets" : "/v2/servicedesk/tickets";
            JsonNode made = bms.call(path.contains("/rmm/") ? "POST" : "PATCH", to, body)
                    .get("result");
            path = path.replace(
                    "{jobId}",
                    made.isTextual() ? made.asText() : made.get("jobId").asText());
        }
        String query = path.endsWith("itglue/checklists") ? "?accountId=" + ids.get("accountId") : "";
        return fill(path) + query;
    }

    private String fill(String path) {
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled.replaceAll("\\{[^}]*}", "1");
    }
}
