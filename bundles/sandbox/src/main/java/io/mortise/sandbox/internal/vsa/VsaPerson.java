package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.BadRequest;
import io.mortise.sandbox.internal.http.Person;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** A person in the screens of VSA, and the agents that report in by themselves. */
final class VsaPerson implements Person {
    private final Store store;
    private final Orgs orgs;
    private final Agents agents;

    VsaPerson(Store store, Orgs orgs, Agents agents) {
        this.store = store;
        this.orgs = orgs;
        this.agents = agents;
    }

    @Override
    public Set<String> fields(String type) {
        return new LinkedHashSet<>(
                switch (type) {
                    case "agents" -> Views.FACTS;
                    case "assets" -> Views.ASSET;
                    case "orgs" -> Views.ORG;
                    case "machinegroups" -> Views.names("MachineGroupName ParentMachineGroupId OrgId");
                    case "assettypes" -> Views.names("AssetTypeName ParentAssetTypeId");
                    case "departments" -> Departments.FIELDS;
                    case "staff" -> StaffMembers.FIELDS;
                    case "alarms" -> Alarms.FIELDS;
                    case "scopes" -> Views.names("ScopeName Orgs MachineGroups");
                    case "roles" -> Views.names("RoleName RoleTypeIds Denied");
                    case "messages" -> Views.names("Title Body IsRead");
                    case "customfields" -> Views.names("FieldName FieldType");
                    case "customvalues" -> Views.names("AgentId Field FieldValue");
                    case "agentnotes" -> Views.names("AgentId Note");
                    default -> Users.FIELDS;
                });
    }

    @Override
    public Row create(String type, ObjectNode fields) {
        return readable(() -> switch (type) {
            case "orgs" -> orgs.insert(fields);
            case "agents" -> agent(fields);
            default -> store.insert(type, fields);
        });
    }

    private Row agent(ObjectNode fields) {
        String org = Row.text(fields, "OrgId");
        if (store.table("orgs").find(org).isEmpty()
                || Row.text(fields, "ComputerName").isBlank()) {
            throw new BadRequest("An agent needs a ComputerName and the OrgId of an organization");
        }
        if (!fields.has("MachineGroupId")) {
            store.table("machinegroups").stream()
                    .filter(row -> row.text("OrgId").equals(org))
                    .findFirst()
                    .ifPresent(row -> fields.put("MachineGroupId", row.id()));
        }
        if (!fields.has("Online")) {
            fields.put("Online", 1);
        }
        if (!fields.has("OSType")) {
            fields.put("OSType", "Windows 11").put("OSInfo", "Windows 11 Pro").put("OperatingSystem", "Windows 11 Pro");
        }
        return agents.insert(fields);
    }

    @Override
    public Row change(String type, Row row, ObjectNode changes) {
        return store.update(type, row, changes);
    }

    @Override
    public void delete(String type, Row row) {
        switch (type) {
            case "agents" -> agents.delete(row);
            case "orgs" -> orgs.deleteWhole(row.id());
            default -> store.delete(type, row.id());
        }
    }

    private static Row readable(Supplier<Row> action) {
        try {
            return action.get();
        } catch (Refusal refusal) {
            throw new BadRequest(refusal.getMessage(), refusal);
        }
    }
}
