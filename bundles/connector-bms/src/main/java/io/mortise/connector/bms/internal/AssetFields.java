package io.mortise.connector.bms.internal;

import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Writable;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Organization;
import java.util.List;
import java.util.Optional;

/** What a hardware asset shows and takes. */
final class AssetFields {
    static final Mapping ALL = Mapping.empty()
            .ref(Configuration.ORGANIZATION, "AccountId", Organization.TYPE)
            .text(Configuration.NAME, "Name")
            .choice(Configuration.KIND, "CategoryId", "Category")
            .choice(Configuration.STATUS, "StateId", "State")
            .flag(EntityType.ACTIVE, "IsActive")
            .both(
                    Configuration.LOCATION,
                    "AccountLocationId",
                    row -> Locations.ref(row, "AccountId", "AccountLocationId"),
                    Locations::plain)
            .ref(Configuration.CONTACT, "ContactId", Contact.TYPE)
            .text(Configuration.SERIAL, "SerialNumber")
            .text(Configuration.MAC, "MacAddress")
            .text(Configuration.PRIMARY_IP, "IpAddress")
            .shown(Configuration.MANUFACTURER, "Manufacturer")
            .text(Configuration.MODEL, "ModelNumber")
            .text(Configuration.OPERATING_SYSTEM, "OsInfo")
            .text(Configuration.ASSET_TAG, "AssetTag")
            .text(Configuration.POSITION, "LocationInfo")
            .day(Configuration.PURCHASED_AT, "AcquisitionDate", "T00:00:00Z")
            .day(Configuration.WARRANTY_EXPIRES_AT, "WarrantyExpirationDate", "T00:00:00Z")
            .shown(Configuration.RMM_AGENT_ID, "AgentId", AssetFields::agent);

    /** The columns of the list. */
    static final Mapping ROW = Mapping.empty()
            .ref(Configuration.ORGANIZATION, "AccountId", Organization.TYPE)
            .text(Configuration.NAME, "AssetName")
            .choice(Configuration.KIND, "CategoryId", "CategoryName")
            .flag(EntityType.ACTIVE, "IsActive")
            .ref(Configuration.CONTACT, "ContactId", Contact.TYPE)
            .text(Configuration.SERIAL, "SerialNumber")
            .text(Configuration.PRIMARY_IP, "IPAddress");

    static final Writable CHANGED = Writable.of(
            Configuration.TYPE,
            Configuration.NAME,
            Configuration.KIND,
            Configuration.STATUS,
            EntityType.ACTIVE,
            Configuration.LOCATION,
            Configuration.CONTACT,
            Configuration.SERIAL,
            Configuration.MAC,
            Configuration.PRIMARY_IP,
            Configuration.MANUFACTURER,
            Configuration.MODEL,
            Configuration.OPERATING_SYSTEM,
            Configuration.ASSET_TAG,
            Configuration.POSITION,
            Configuration.PURCHASED_AT,
            Configuration.WARRANTY_EXPIRES_AT);
    static final Writable CREATED = CHANGED.and(Configuration.ORGANIZATION);

    /** All that a put can hold and a get shows. ComputerName can be put but is never shown. */
    static final List<String> PUT = List.of(("Name AccountId AccountLocationId ContactId CategoryId BrandId "
                    + "SerialNumber BusinessImpactId StateId LocationInfo Description BarCode AssetTag VendorId IsActive "
                    + "ModelNumber MachineGroupId IpAddress SubnetMask DefaultGateway DnsServers DhcpEnabled DhcpServer "
                    + "WinsEnabled SecondaryWinsServer ConnectionGatewayIp OsType OsInfo MajorVersion MinorVersion "
                    + "MacAddress LoginName LastLoginname CurrentUser ProductName MachineVersion "
                    + "MotherboardManufacturerId MotherboardProductCode MotherboardSerialNumber MotherboardVersion "
                    + "ChassisAssetTag ChassisManufacturerId ChassisSerialNumber ChassisType ChassisVersion BusSpeed "
                    + "ManufacturerId MaxMemorySize MaxMemorySlots PrimaryWinsServer PurchaseCost "
                    + "WarrantyExpirationDate ExpirationDate AcquisitionDate FirstCheckIn LastCheckIn LastReboot")
            .split(" "));

    private AssetFields() {}

    private static Optional<String> agent(Json row) {
        return Rmms.isVsa(row) ? row.at("AgentId").text() : Optional.empty();
    }
}
