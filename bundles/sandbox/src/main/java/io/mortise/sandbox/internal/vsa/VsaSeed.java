package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.AgentIds;
import io.mortise.sandbox.internal.world.Company;
import io.mortise.sandbox.internal.world.Machine;
import io.mortise.sandbox.internal.world.Person;
import io.mortise.sandbox.internal.world.Site;
import io.mortise.sandbox.internal.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Enters the world into VSA: agents speak for themselves, so their facts are right; their groups are not always. */
final class VsaSeed {
    private static final int STRAYS = 3;

    private final Store store;
    private final World world;
    private int entered;

    VsaSeed(Store store, World world) {
        this.store = store;
        this.world = world;
    }

    void plant() {
        store.define("orgs", "70150731000000000000000101");
        store.define("machinegroups", "70150732000000000000000101");
        store.define("agents", "900000000000001");
        store.define("assets", "70150733000000000000000101");
        store.define("assettypes", "1");
        store.define("users", "2");
        for (String type : List.of("Computer", "Printer", "Network Device", "Mobile Device")) {
            add("assettypes", Json.object().put("AssetTypeName", type).putNull("ParentAssetTypeId"));
        }
        ObjectNode user = Json.object().put("AdminName", Logins.USER).put("FirstName", "API");
        add(
                "users",
                user.put("LastName", "User")
                        .put("Email", "api@tenonworks.example")
                        .put("AdminType", 2));
        defaultOrg();
        for (int i = 0; i < world.companies().size(); i++) {
            if (world.companies().get(i).vsaName() != null) {
                company(i, world.companies().get(i));
            }
        }
    }

    private Row add(String table, ObjectNode fields) {
        entered++;
        return store.insert(table, fields, born(900), born(1 + entered % 60));
    }

    private static Instant born(int daysBefore) {
        return World.BORN.minus(Duration.ofDays(daysBefore));
    }

    /** What VSA brings by itself, with machines that nobody has moved to their customer yet. */
    private void defaultOrg() {
        String org = org("myOrg", "myOrg", null, null);
        String group = group("unnamed.myOrg", org);
        Company own = world.companies().get(0);
        for (int i = 0; i < STRAYS; i++) {
            Machine machine = own.machines().get(i);
            ObjectNode fields = facts(machine, org, group, null).put("ComputerName", "WIN-" + (48_213 + i * 977));
            fields.put("SystemSerialNumber", "SN" + (7_400_118 + i * 31)).put("MacAddress", "f0-1f-af-00-1c-0" + i);
            fields.put("ChassisSerialNumber", "SN" + (7_400_118 + i * 31));
            agent(AgentIds.agent(900, i), fields, 30);
        }
    }

    private String org(String name, String ref, Company company, Site main) {
        ObjectNode fields =
                Json.object().put("OrgName", name).put("OrgRef", ref).put("OrgType", "Customer");
        fields.put("DefaultDepartmentName", "root")
                .put("DefaultMachineGroupName", "root")
                .putNull("ParentOrgId");
        fields.put("Website", company == null ? null : "www." + company.domain());
        fields.put("NoOfEmployees", company == null ? 0 : company.people().size())
                .put("AnnualRevenue", 0);
        ObjectNode contact = fields.putObject("ContactInfo");
        if (main != null) {
            contact.put("PrimaryPhone", main.phone())
                    .put("Street", main.street())
                    .put("City", main.city());
            contact.put("State", main.regionCode())
                    .put("ZipCode", main.postalCode())
                    .put("Country", main.country());
        }
        fields.putArray("CustomFields");
        return add("orgs", fields.putNull("Attributes")).id();
    }

    private String group(String name, String org) {
        ObjectNode fields = Json.object().put("MachineGroupName", name).putNull("ParentMachineGroupId");
        return add("machinegroups", fields.put("OrgId", org)).id();
    }

    private void company(int number, Company company) {
        String ref = company.code().toLowerCase(Locale.ROOT);
        String org = org(company.vsaName(), ref, company, company.sites().get(0));
        String root = group("root." + ref, org);
        String servers = group("servers.root." + ref, org);
        for (int i = 0; i < company.machines().size(); i++) {
            Machine machine = company.machines().get(i);
            String group = machine.kind().equals("server") ? servers : root;
            if (machine.inVsa()) {
                Person user = machine.person() < 0 ? null : company.people().get(machine.person());
                ObjectNode fields = facts(machine, org, group, user);
                agent(AgentIds.agent(number, i), fields, Math.max(1, machine.daysOld() - 12));
                if (machine.twiceAt().equals("vsa")) {
                    ObjectNode leftover = fields.deepCopy().put("Online", 0);
                    agent(AgentIds.leftover(number, i), leftover, machine.daysOld());
                }
            } else if (!machine.computer() && i % 4 == 0) {
                device(machine, org, group);
            }
        }
    }

    private ObjectNode facts(Machine machine, String org, String group, Person user) {
        boolean server = machine.kind().equals("server");
        ObjectNode fields = Json.object();
        Views.FACTS.forEach(fields::putNull);
        fields.put("OrgId", org).put("MachineGroupId", group).put("ComputerName", machine.name());
        fields.put("Online", entered % 5 == 0 ? 0 : 1).put("OSType", machine.osKind());
        fields.put("OSInfo", machine.os() + (machine.os().contains("10") ? " x64 Edition Build 19045" : ""))
                .put("OperatingSystem", machine.os());
        fields.put("OSVersion", "10.0.22631").put("IPAddress", machine.ip()).put("SubnetMask", "255.255.255.0");
        fields.put("MacAddress", machine.mac().replace(':', '-').toUpperCase(Locale.ROOT));
        String network = machine.ip().substring(0, machine.ip().lastIndexOf('.'));
        fields.put("DefaultGateway", network + ".1")
                .put("DNSServer1", network + ".10")
                .put("DNSServer2", "9.9.9.9");
        fields.put("DHCPEnabled", !server).put("DHCPServer", network + ".10").put("ConnectionGatewayIP", "203.0.113.7");
        if (user != null) {
            String login = (user.firstName().charAt(0) + user.lastName()).toLowerCase(Locale.ROOT);
            fields.put("LastLoggedInUser", login).put("CurrentUser", login);
            fields.put("Contact", user.firstName() + " " + user.lastName()).put("ContactEmail", user.email());
        }
        fields.put("RamMBytes", server ? 65_536 : 16_384)
                .put("CpuCount", server ? 16 : 8)
                .put("CpuSpeed", 2900);
        fields.put("CpuType", server ? "Intel Xeon Silver 4314" : "Intel Core i5-1245U")
                .put("AgentVersion", 9_050_021);
        fields.put("Manufacturer", machine.maker()).put("ProductName", machine.model());
        fields.put("SystemSerialNumber", machine.serial()).put("ChassisSerialNumber", machine.serial());
        fields.put("ChassisAssetTag", machine.assetTag()).put("ChassisType", machine.kind());
        fields.put("LastRebootTime", born(entered % 20).toString());
        fields.put("FreeSpace", 120_000 + entered % 90_000).put("TotalSize", 476_000);
        return fields;
    }

    private void agent(String id, ObjectNode fields, int daysOld) {
        entered++;
        Row agent = store.insert("agents", id, fields, born(daysOld), born(Math.min(daysOld, entered % 9)));
        ObjectNode asset = Json.object().put("AgentId", agent.id()).put("AssetTypeId", Agents.COMPUTER_TYPE);
        asset.put("OrgId", Row.text(fields, "OrgId")).put("AssetName", Row.text(fields, "ComputerName"));
        add("assets", asset);
    }

    /** A device that a scan found and somebody promoted to an asset: no agent, hence no serial. */
    private void device(Machine machine, String org, String group) {
        ObjectNode asset =
                Json.object().put("AssetName", machine.name()).put("OrgId", org).put("MachineGroupId", group);
        asset.put("AssetTypeId", machine.kind().equals("printer") ? "2" : "3").putNull("AgentId");
        asset.put("IPAddress", machine.ip()).put("MacAddress", machine.mac().replace(':', '-'));
        asset.put("DeviceManufacturer", machine.maker()).put("HostName", machine.name());
        add("assets", asset);
    }
}
