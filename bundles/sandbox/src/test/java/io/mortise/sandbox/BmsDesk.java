package io.mortise.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A caller's way through the service desk of BMS. */
record BmsDesk(Caller bms) {
    static final String TICKETS = "/v2/servicedesk/tickets";

    int id(String lookup, String name) {
        for (JsonNode row : bms.get("/v2/" + lookup).get("result")) {
            if (row.get("name").asText().equals(name)) {
                return row.get("id").asInt();
            }
        }
        throw new AssertionError(lookup + " has no " + name);
    }

    int status(String name) {
        return id("system/statuses/lookup", name);
    }

    /** A body with which a ticket can be made. */
    ObjectNode body(String title) {
        JsonNode contact = bms.get("/v2/crm/contacts/summary?PageSize=1").at("/result/0");
        ObjectNode body =
                new ObjectMapper().createObjectNode().put("title", title).put("details", "<p>x</p>");
        body.set("accountId", contact.get("accountId"));
        body.set("locationId", contact.get("locationId"));
        body.set("contactId", contact.get("id"));
        body.put("statusId", status("New")).put("priorityId", id("system/priorities/lookup", "Medium"));
        body.put("queueId", id("system/queues/lookup", "Service Desk"));
        body.put("typeId", id("system/tenantlookup/TicketTypes", "Incident"));
        body.put("sourceId", id("system/lookup/TicketSource", "Phone"));
        return body.put("openDate", "2026-11-20T09:00:00Z");
    }

    JsonNode make(String title) {
        return ok(bms.call("POST", TICKETS, body(title).toString()));
    }

    String made(String title) {
        return TICKETS + "/" + make(title).get("id").asText();
    }

    JsonNode show(String path) {
        return ok(bms.get(path));
    }

    JsonNode patch(String path, String operations) {
        return ok(bms.call("PATCH", path, operations));
    }

    static JsonNode ok(JsonNode answer) {
        if (!answer.get("success").asBoolean()) {
            throw new AssertionError(answer.toString());
        }
        return answer.get("result");
    }
}
