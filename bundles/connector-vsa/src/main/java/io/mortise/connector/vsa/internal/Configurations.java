package io.mortise.connector.vsa.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Sight;
import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Machines with an agent. The agent says what it is, its audit what it is made of. */
final class Configurations {
    static final String ORDER = "AgentName";
    private static final String AGENTS = "/assetmgmt/agents";
    /** Not VSA's: the audit that belongs to a row. */
    private static final String ITS_AUDIT = "@audit";

    static final Mapping AGENT = Mapping.empty()
            .ref(Configuration.ORGANIZATION, "OrgId", Organization.TYPE)
            .shown(Configuration.NAME, "ComputerName")
            .shown(Configuration.AGENT_NAME, "AgentName")
            .shown(
                    Configuration.KIND,
                    "OSType",
                    agent -> agent.at("OSType").text().map(Configurations::kind))
            .shown(Configuration.PRIMARY_IP, "IPAddress")
            .shown(Configuration.OPERATING_SYSTEM, "OperatingSystem", Configurations::system)
            .shown(Configuration.RMM_AGENT_ID, "AgentId", agent -> Ids.read(agent.at("AgentId")));
    static final Mapping AUDIT = Mapping.empty()
            .shown(Configuration.SERIAL, "SystemSerialNumber", Configurations::serial)
            .shown(Configuration.MAC, "MacAddress")
            .shown(Configuration.MANUFACTURER, "Manufacturer")
            .shown(Configuration.MODEL, "ProductName");

    private final Vsa vsa;
    private final WebPages pages;
    private final Sight sight = new Sight(Configuration.TYPE, agent -> Ids.read(agent.at("AgentId")), this::observe);

    Configurations(Vsa vsa, WebPages pages) {
        this.vsa = vsa;
        this.pages = pages;
    }

    Lane lane() {
        return Lane.of(Configuration.TYPE)
                .feeds(Feed.sweep(q -> vsa.sweep(q, AGENTS, ORDER, this::joined)))
                .fetch(this::fetch);
    }

    /** An agent whose audit isn't on the same page of the audits is shown in part, and fetched if it is news. */
    private List<Observation> joined(Rows agents) throws Fault {
        Audits audits = Audits.read(vsa, agents.page(), agents.size());
        return sight.list(agents.items().stream()
                .map(agent -> audits.of(agent)
                        .map(audit -> agent.with(ITS_AUDIT, audit))
                        .orElse(agent))
                .toList());
    }

    private Observation fetch(String id) throws Fault {
        Json agent = vsa.one(Request.get(Vsa.ROOT + AGENTS + "/{id}", id));
        return sight.fetched(agent.with(ITS_AUDIT, Audits.one(vsa, id)));
    }

    private Observation observe(Json agent, Consumer<Field<?>> unread) {
        String id = Ids.read(agent.at("AgentId")).orElseThrow();
        Fields.Builder fields = AGENT.read(agent, unread).but();
        AUDIT.readInto(fields, agent.at(ITS_AUDIT), unread);
        Observation seen =
                Observation.of(Configuration.TYPE, id, fields.build()).page(pages.agent(id));
        return agent.has(ITS_AUDIT) ? seen : seen.partial();
    }

    /** As the vendor's own sync with its PSA has it. */
    private static Choice kind(String system) {
        return Choice.named(system.toLowerCase(Locale.ROOT).contains("server") ? "Server" : "Workstation");
    }

    private static Optional<String> system(Json agent) {
        return agent.at("OperatingSystem").text().or(() -> agent.at("OSInfo").text());
    }

    private static Optional<String> serial(Json audit) {
        return audit.at("SystemSerialNumber")
                .text()
                .or(() -> audit.at("ChassisSerialNumber").text());
    }
}
