package io.mortise.model;

import static io.mortise.model.Part.DOCS;
import static io.mortise.model.Part.PSA;
import static io.mortise.model.Part.RMM;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A thing we look after, mostly a computer. The PSA's hardware asset, the RMM's machine. */
public record Configuration(Entity entity) {
    private static final Policy PEOPLE = Policy.latest(PSA, DOCS);
    private static final Policy ALL = Policy.latest(PSA, DOCS, RMM);
    private static final Policy MACHINE = Policy.owner(RMM, PSA, DOCS);
    private static final Policy MACHINE_AT_PSA = Policy.owner(RMM, PSA);
    private static final Policy PRODUCT = Policy.owner(PSA, DOCS, RMM);
    private static final Policy AT_DOCS = Policy.owner(DOCS);
    private static final Policy AT_PSA = Policy.owner(PSA);
    private static final Policy AT_RMM = Policy.owner(RMM);
    private static final Policy DERIVED = Policy.of(Policy.Rule.DERIVED);

    public static final Field<Ref> ORGANIZATION =
            Field.ref("organization", "organization").policy(PRODUCT);
    public static final Field<String> NAME =
            Field.of("name", Kind.TEXT).policy(ALL).canon(Canon::line).junk(Junk::machine);
    /** {@code machine.group.organization}, as the RMM calls it. */
    public static final Field<String> AGENT_NAME =
            Field.of("agentName", Kind.TEXT).policy(AT_RMM).viewOnly();

    public static final Field<String> HOSTNAME =
            Field.of("hostname", Kind.TEXT).policy(Policy.owner(RMM, DOCS)).canon(Canon::line);
    public static final Field<Choice> KIND =
            Field.of("type", Kind.CHOICE).list("configurationType").policy(ALL);
    public static final Field<Choice> STATUS =
            Field.of("status", Kind.CHOICE).list("configurationStatus").policy(PEOPLE);
    public static final Field<Ref> LOCATION = Field.ref("location", "location").policy(PEOPLE);
    public static final Field<Ref> CONTACT = Field.ref("contact", "contact").policy(PEOPLE);

    public static final Field<String> SERIAL = Field.of("serial", Kind.TEXT)
            .label("Serial number")
            .policy(MACHINE)
            .canon(Canon::serial)
            .junk(Junk::serial);
    public static final Field<String> MAC = Field.of("mac", Kind.TEXT)
            .label("MAC address")
            .policy(MACHINE)
            .canon(Canon::mac)
            .junk(Junk::mac);
    /** All its network cards, as evidence for matching. */
    public static final Field<Set<String>> MACS = Field.of("macs", Kind.setOf(Kind.TEXT))
            .label("MAC addresses")
            .policy(Policy.of(Policy.Rule.UNION))
            .canon(Canon::macs)
            .junk(Junk::mac)
            .viewOnly();

    public static final Field<String> PRIMARY_IP =
            Field.of("primaryIp", Kind.TEXT).label("Primary IP").policy(MACHINE).canon(Canon::line);
    public static final Field<String> DEFAULT_GATEWAY =
            Field.of("defaultGateway", Kind.TEXT).policy(MACHINE).canon(Canon::line);
    public static final Field<String> SUBNET_MASK =
            Field.of("subnetMask", Kind.TEXT).policy(MACHINE_AT_PSA).viewOnly();
    public static final Field<List<String>> DNS_SERVERS = Field.of("dnsServers", Kind.listOf(Kind.TEXT))
            .label("DNS servers")
            .policy(MACHINE_AT_PSA)
            .viewOnly();
    public static final Field<Boolean> DHCP_ENABLED = Field.of("dhcpEnabled", Kind.FLAG)
            .label("DHCP")
            .policy(MACHINE_AT_PSA)
            .viewOnly();
    public static final Field<String> DHCP_SERVER = Field.of("dhcpServer", Kind.TEXT)
            .label("DHCP server")
            .policy(MACHINE_AT_PSA)
            .viewOnly();
    public static final Field<String> CONNECTION_GATEWAY_IP = Field.of("connectionGatewayIp", Kind.TEXT)
            .label("Public IP")
            .policy(MACHINE_AT_PSA)
            .viewOnly()
            .fleeting();

    public static final Field<String> MANUFACTURER = Field.of("manufacturer", Kind.TEXT)
            .list("manufacturer")
            .policy(PRODUCT)
            .canon(Canon::line);
    public static final Field<String> MODEL =
            Field.of("model", Kind.TEXT).list("model").policy(PRODUCT).canon(Canon::line);
    public static final Field<String> OPERATING_SYSTEM = Field.of("operatingSystem", Kind.TEXT)
            .list("operatingSystem")
            .policy(MACHINE)
            .canon(Canon::line);
    public static final Field<String> OS_TYPE = Field.of("osType", Kind.TEXT)
            .label("Platform")
            .policy(MACHINE_AT_PSA)
            .viewOnly();
    public static final Field<String> OS_VERSION = Field.of("osVersion", Kind.TEXT)
            .label("OS version")
            .policy(MACHINE_AT_PSA)
            .viewOnly();
    public static final Field<String> OS_NOTES =
            Field.of("osNotes", Kind.TEXT).label("OS notes").policy(AT_DOCS);

    public static final Field<String> ASSET_TAG =
            Field.of("assetTag", Kind.TEXT).policy(PEOPLE).canon(Canon::line);
    public static final Field<String> POSITION = Field.of("position", Kind.TEXT)
            .label("Physical position")
            .policy(PEOPLE)
            .canon(Canon::line);
    public static final Field<LocalDate> PURCHASED_AT =
            Field.of("purchasedAt", Kind.DAY).label("Purchased").policy(ALL);
    public static final Field<LocalDate> WARRANTY_EXPIRES_AT =
            Field.of("warrantyExpiresAt", Kind.DAY).label("Warranty expires").policy(ALL);
    public static final Field<LocalDate> INSTALLED_AT =
            Field.of("installedAt", Kind.DAY).label("Installed").policy(AT_DOCS);
    public static final Field<String> INSTALLED_BY =
            Field.of("installedBy", Kind.TEXT).policy(AT_DOCS);
    public static final Field<String> PURCHASED_BY =
            Field.of("purchasedBy", Kind.TEXT).policy(AT_DOCS);
    public static final Field<LocalDate> EXPIRES_AT =
            Field.of("expiresAt", Kind.DAY).label("Expires").policy(PEOPLE);
    public static final Field<LocalDate> END_OF_LIFE_AT =
            Field.of("endOfLifeAt", Kind.DAY).label("End of life").policy(AT_DOCS);

    public static final Field<Map<String, Object>> HARDWARE =
            Field.of("hardware", Kind.JSON).policy(MACHINE_AT_PSA).viewOnly();
    public static final Field<Map<String, Object>> DISKS =
            Field.of("disks", Kind.JSON).policy(AT_RMM).viewOnly().fleeting();
    public static final Field<Boolean> ONLINE =
            Field.of("online", Kind.FLAG).policy(MACHINE_AT_PSA).viewOnly().fleeting();
    public static final Field<Instant> LAST_SEEN =
            Field.of("lastSeen", Kind.MOMENT).policy(MACHINE_AT_PSA).viewOnly().fleeting();
    public static final Field<Instant> FIRST_SEEN =
            Field.of("firstSeen", Kind.MOMENT).policy(MACHINE_AT_PSA).viewOnly();
    public static final Field<Instant> LAST_REBOOT = Field.of("lastReboot", Kind.MOMENT)
            .policy(MACHINE_AT_PSA)
            .viewOnly()
            .fleeting();
    public static final Field<String> CURRENT_USER =
            Field.of("currentUser", Kind.TEXT).policy(MACHINE_AT_PSA).viewOnly().fleeting();
    public static final Field<String> LAST_USER =
            Field.of("lastUser", Kind.TEXT).policy(MACHINE_AT_PSA).viewOnly().fleeting();
    public static final Field<String> MACHINE_GROUP =
            Field.of("machineGroup", Kind.TEXT).policy(MACHINE_AT_PSA).viewOnly();

    /** Text: up to 26 digits. The strongest evidence there is, where two systems show it. */
    public static final Field<String> RMM_AGENT_ID =
            Field.of("rmmAgentId", Kind.TEXT).label("RMM agent").policy(DERIVED).viewOnly();

    public static final Field<String> RMM_TYPE =
            Field.of("rmmType", Kind.TEXT).label("RMM").policy(DERIVED).viewOnly();
    public static final Field<String> REMOTE_CONTROL_URL =
            Field.of("remoteControlUrl", Kind.TEXT).policy(DERIVED).viewOnly().fleeting();
    public static final Field<String> TYPE_KIND =
            Field.of("typeKind", Kind.TEXT).policy(DERIVED).viewOnly();
    public static final Field<String> PSA_SYNC_STATE =
            Field.of("psaSyncState", Kind.TEXT).policy(DERIVED).viewOnly();

    public static final Field<Choice> BUSINESS_IMPACT =
            Field.of("businessImpact", Kind.CHOICE).list("businessImpact").policy(AT_PSA);
    public static final Field<String> VENDOR = Field.of("vendor", Kind.TEXT).policy(AT_PSA);
    public static final Field<String> BAR_CODE = Field.of("barCode", Kind.TEXT).policy(AT_PSA);
    public static final Field<BigDecimal> PURCHASE_COST =
            Field.of("purchaseCost", Kind.DECIMAL).policy(AT_PSA);
    public static final Field<String> PRODUCT_NAME =
            Field.of("productName", Kind.TEXT).policy(AT_PSA);
    public static final Field<String> MACHINE_VERSION =
            Field.of("machineVersion", Kind.TEXT).policy(AT_PSA);
    public static final Field<String> LOGIN_NAME =
            Field.of("loginName", Kind.TEXT).policy(AT_PSA);
    public static final Field<String> PRIMARY_WINS =
            Field.of("primaryWins", Kind.TEXT).label("Primary WINS").policy(AT_PSA);
    public static final Field<String> SECONDARY_WINS =
            Field.of("secondaryWins", Kind.TEXT).label("Secondary WINS").policy(AT_PSA);

    public static final EntityType TYPE = EntityType.of("configuration", NAME)
            .within(ORGANIZATION)
            .fields(KIND, STATUS, LOCATION, CONTACT, SERIAL, MAC, MACS, PRIMARY_IP, DEFAULT_GATEWAY)
            .fields(SUBNET_MASK, DNS_SERVERS, DHCP_ENABLED, DHCP_SERVER, CONNECTION_GATEWAY_IP)
            .fields(MANUFACTURER, MODEL, OPERATING_SYSTEM, OS_TYPE, OS_VERSION, OS_NOTES)
            .fields(ASSET_TAG, POSITION, PURCHASED_AT, WARRANTY_EXPIRES_AT, INSTALLED_AT, INSTALLED_BY, PURCHASED_BY)
            .fields(EXPIRES_AT, END_OF_LIFE_AT, HARDWARE, DISKS, ONLINE, LAST_SEEN, FIRST_SEEN, LAST_REBOOT)
            .fields(CURRENT_USER, LAST_USER, MACHINE_GROUP, HOSTNAME, AGENT_NAME, RMM_AGENT_ID, RMM_TYPE)
            .fields(REMOTE_CONTROL_URL, TYPE_KIND, PSA_SYNC_STATE, BUSINESS_IMPACT, VENDOR, BAR_CODE, PURCHASE_COST)
            .fields(PRODUCT_NAME, MACHINE_VERSION, LOGIN_NAME, PRIMARY_WINS, SECONDARY_WINS)
            .tuple(MANUFACTURER, MODEL)
            .constraints(Constraint.sameWithin(LOCATION, ORGANIZATION), Constraint.sameWithin(CONTACT, ORGANIZATION))
            .matches(
                    Match.auto(RMM_AGENT_ID),
                    Match.auto(SERIAL, MAC),
                    Match.auto(SERIAL),
                    Match.auto(MAC).unlessDiffer(SERIAL),
                    Match.auto(KIND, NAME).ifMissing(SERIAL, MAC),
                    Match.suggest(NAME));

    public String name() {
        return entity.get(NAME).orElse("");
    }
}
