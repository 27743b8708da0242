package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Makes the objects of answers: one stored agent gives an agent row, an audit summary and an asset row. */
final class Views {
    /** The facts of an agent that its row holds; both views draw from them. */
    static final List<String> FACTS = names("OrgId MachineGroupId ComputerName Online OSType OSInfo OperatingSystem "
            + "OSVersion IPAddress IPv6Address MacAddress SubnetMask DefaultGateway DNSServer1 DNSServer2 DHCPEnabled "
            + "DHCPServer ConnectionGatewayIP LastLoggedInUser CurrentUser Contact ContactEmail ContactPhone TimeZone "
            + "RamMBytes CpuCount CpuSpeed CpuType DomainWorkgroup AgentVersion Manufacturer ProductName SystemVersion "
            + "SystemSerialNumber ChassisSerialNumber ChassisAssetTag ChassisType LastRebootTime PurchaseDate "
            + "WarrantyExpireDate FreeSpace TotalSize");

    static final List<String> ASSET = names(
            "AssetName AssetTypeId MachineGroupId OrgId AgentId IPAddress MacAddress " + "DeviceManufacturer HostName");
    static final List<String> ORG = names("OrgName OrgRef OrgType DefaultDepartmentName DefaultMachineGroupName "
            + "ParentOrgId Website NoOfEmployees AnnualRevenue ContactInfo CustomFields Attributes");

    private static final List<String> AGENT_COPY =
            names("OSType OSInfo OrgId MachineGroupId ComputerName IPv6Address IPAddress "
                    + "OperatingSystem OSVersion LastLoggedInUser LastRebootTime CurrentUser Contact TimeZone RamMBytes CpuCount "
                    + "CpuSpeed CpuType DomainWorkgroup AgentVersion DefaultGateway DNSServer1 DNSServer2 DHCPServer "
                    + "ConnectionGatewayIP");
    private static final List<String> AUDIT_BLANK =
            names("WinsEnabled PrimaryWinsServer SecondaryWinsServer PrimaryKServer "
                    + "SecondaryKServer ContactNotes ExternalBusSpeed MaxMemorySize MemorySlots ChassisManufacturer "
                    + "ChassisVersion MotherboardManufacturer MotherboardProduct MotherboardVersion MotherboardSerialNumber "
                    + "ProcessorFamily ProcessorManufacturer ProcessorVersion ProcessorMaxSpeed ProcessorCurrentSpeed "
                    + "GatewayCountry TimezoneOffset");
    private static final List<String> AUDIT_COPY = names("ComputerName TimeZone SubnetMask DefaultGateway MacAddress "
            + "CpuType CpuSpeed CpuCount RamMBytes AgentVersion ContactEmail ContactPhone Manufacturer ProductName "
            + "SystemVersion SystemSerialNumber ChassisSerialNumber ChassisAssetTag ChassisType FreeSpace TotalSize");
    private static final List<String> PLACE = names("MachineGroupId OrgId");
    private static final List<String> GROUP = names("MachineGroupName ParentMachineGroupId OrgId");
    private static final List<String> NO_FLAGS =
            names("IsMonitoring IsPatching IsAuditing IsBackingUp IsSecurity IsSNMPActive IsVProActive");

    private final Store store;

    Views(Store store) {
        this.store = store;
    }

    static List<String> names(String text) {
        return List.of(text.trim().split("\\s+"));
    }

    private static void copy(Row row, ObjectNode view, List<String> fields) {
        for (String field : fields) {
            JsonNode value = row.get(field);
            view.set(field, value.isMissingNode() ? null : value);
        }
    }

    /** {@code machine.group.org}. */
    String agentName(Row agent) {
        return agent.text("ComputerName").toLowerCase(Locale.ROOT) + "." + group(agent);
    }

    String group(Row row) {
        return store.table("machinegroups")
                .find(row.text("MachineGroupId"))
                .map(group -> group.text("MachineGroupName"))
                .orElse("");
    }

    private String lastCheckIn(Row agent) {
        if (agent.get("Online").asInt() == 0) {
            return agent.updatedAt().toString();
        }
        long seconds = store.now().getEpochSecond();
        long since = Math.floorMod(agent.id().hashCode(), Guesses.CHECK_IN_SECONDS);
        long last = Math.floorDiv(seconds - since, (long) Guesses.CHECK_IN_SECONDS) * Guesses.CHECK_IN_SECONDS + since;
        return Instant.ofEpochSecond(last).toString();
    }

    ObjectNode agent(Row row) {
        ObjectNode view = Json.object()
                .put("AgentId", row.id())
                .put("Online", row.get("Online").asInt());
        view.put("AgentName", agentName(row)).put("MachineGroup", group(row));
        copy(row, view, AGENT_COPY);
        view.put("LastCheckInTime", lastCheckIn(row)).putNull("Country");
        view.put("AgentFlags", 0).putNull("ToolTipNotes").put("ShowToolTip", 0);
        view.putNull("PrimaryWINS")
                .putNull("SecondaryWINS")
                .putNull("PrimaryKServer")
                .putNull("SecondaryKServer");
        view.put("FirstCheckIn", row.createdAt().toString())
                .put("CreationDate", row.createdAt().toString());
        return view.put("OneClickAccess", false).putNull("Attributes");
    }

    ObjectNode audit(Row row) {
        ObjectNode view = Json.object().put("AgentGuid", Guesses.agentGuid(row)).put("DisplayName", agentName(row));
        view.put("AgentType", "Agent").put("GroupName", group(row));
        view.put("LastCheckinTime", lastCheckIn(row))
                .put("FirstCheckinTime", row.createdAt().toString());
        copy(row, view, AUDIT_COPY);
        String[] renamed = {
            "OSType OsType",
            "OSInfo OsInfo",
            "IPAddress IpAddress",
            "IPv6Address Ipv6Address",
            "ConnectionGatewayIP ConnectionGatewayIp",
            "DNSServer1 DnsServer1",
            "DNSServer2 DnsServer2",
            "DHCPEnabled DhcpEnabled",
            "DHCPServer DhcpServer",
            "Contact ContactName",
            "CurrentUser CurrentLogin",
            "LastLoggedInUser LastLoginName",
            "LastLoggedInUser LoginName",
            "LastRebootTime RebootTime",
            "DomainWorkgroup WorkgroupDomainName"
        };
        for (String pair : renamed) {
            String[] names = pair.split(" ");
            view.set(names[1], row.get(names[0]).isMissingNode() ? null : row.get(names[0]));
        }
        AUDIT_BLANK.forEach(view::putNull);
        view.put("WorkgroupDomainType", "Domain").put("QuickCheckinPeriod", 30).put("NumberOfDrives", 1);
        view.put("DnsComputerName", row.text("ComputerName").toLowerCase(Locale.ROOT));
        return view.put(
                "UsedSpace",
                row.get("TotalSize").asLong() - row.get("FreeSpace").asLong());
    }

    /** An asset with an agent takes its facts from the agent. */
    ObjectNode asset(Row row) {
        Row agent = store.table("agents").find(row.text("AgentId")).orElse(null);
        Row facts = agent == null ? row : agent;
        ObjectNode view = Json.object().put("AssetId", row.id());
        view.put("AssetName", agent == null ? row.text("AssetName") : agentName(agent));
        view.set("AssetTypeId", row.get("AssetTypeId"));
        copy(facts, view, PLACE);
        view.put("MachineGroup", group(facts))
                .put("IsComputerAgent", agent != null)
                .put("IsMobileAgent", false);
        NO_FLAGS.forEach(flag -> view.put(flag, false));
        view.put("TicketCount", 0).put("AlarmCount", 0);
        view.put("AgentId", agent == null ? null : agent.id());
        view.put("DisplayName", agent == null ? row.text("AssetName") : agentName(agent));
        view.put("LastSeenDate", agent == null ? row.updatedAt().toString() : lastCheckIn(agent));
        view.put("HostName", agent == null ? row.text("HostName") : agent.text("ComputerName"));
        view.set("OSName", facts.get("OSInfo").isMissingNode() ? null : facts.get("OSInfo"));
        view.set("OSType", facts.get("OSType").isMissingNode() ? null : facts.get("OSType"));
        view.put("DeviceManufacturer", agent == null ? row.text("DeviceManufacturer") : agent.text("Manufacturer"));
        ObjectNode network = view.putArray("NetworkInfo").addObject();
        network.put("IPAddress", facts.text("IPAddress")).put("MACAddress", facts.text("MacAddress"));
        return view.putNull("Attributes");
    }

    ObjectNode org(Row row) {
        ObjectNode view = Json.object().put("OrgId", row.id());
        copy(row, view, ORG);
        return view;
    }

    ObjectNode group(String id, Row row) {
        ObjectNode view = Json.object().put("MachineGroupId", id);
        copy(row, view, GROUP);
        return view.putNull("Attributes");
    }
}
