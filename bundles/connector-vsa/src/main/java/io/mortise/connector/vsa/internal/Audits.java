package io.mortise.connector.vsa.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Rows;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A page of audit summaries, found again by what names a machine in both lists: {@code machine.group.organization}.
 * Whether an audit's AgentGuid is the agent's id isn't documented, so it isn't needed.
 */
final class Audits {
    static final String ORDER = "DisplayName";
    private static final String PATH = "/assetmgmt/audit";

    private final Map<String, Json> byName = new HashMap<>();

    private Audits(Rows rows) {
        for (Json audit : rows.items()) audit.at("DisplayName").text().ifPresent(name -> byName.put(name, audit));
    }

    /** Both lists are ordered by that name, so the same page mostly holds the same machines. */
    static Audits read(Vsa vsa, int page, int size) throws Fault {
        return new Audits(vsa.page(PATH, ORDER, page, size));
    }

    Optional<Json> of(Json agent) {
        return agent.at("AgentName").text().map(byName::get);
    }

    /** Nothing if the machine was never audited. */
    static Json one(Vsa vsa, String agent) throws Fault {
        try {
            return vsa.one(Request.get(Vsa.ROOT + PATH + "/{id}/summary", agent));
        } catch (Fault fault) {
            if (fault.remedy() != Remedy.FORGET) throw fault;
            return Json.object();
        }
    }
}
