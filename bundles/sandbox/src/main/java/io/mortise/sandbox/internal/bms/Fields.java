package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The field lists of the data transfer objects, in the camelCase of live answers. */
final class Fields {
    static final List<String> ACCOUNT = names("id createdBy createdOn modifiedBy modifiedOn parentId accountCode "
            + "accountTypeId accountType accountName businessTypeId businessType serviceTypeId serviceType "
            + "accountManagerId accountManagerUserName currencyId currencyName creditLimit netDays salesTaxItemId "
            + "salesTaxItemName website description classId className isActive isBilling acquiredDate tenantName");
    static final List<String> ACCOUNT_INPUT =
            names("parentId accountCode accountTypeId accountName description website "
                    + "businessTypeId serviceTypeId currencyId salesTaxItemId classId accountManagerId isActive acquiredDate "
                    + "creditLimit netDays routeInvoiceToParent");
    static final List<String> ACCOUNT_REQUIRED = names("accountTypeId accountName businessTypeId accountManagerId");
    static final List<String> LOCATION =
            names("id createdBy createdOn modifiedBy modifiedOn locationName isMain isActive "
                    + "timeZoneId dateFormatId timeFormatId addresses");
    static final List<String> ADDRESS =
            names("id createdBy createdOn modifiedBy modifiedOn address1 address2 city state "
                    + "zipCode countryId country phone fax latitude longitude emailAddress isMain isBilling addressTypeId "
                    + "addressType");
    static final List<String> CONTACT_SUMMARY =
            names("id createdBy createdOn modifiedBy modifiedOn accountId accountName "
                    + "locationId locationName firstName lastName jobTitle isPoc isActive effectiveDate isBillable emails phones "
                    + "canRecieveInvoices");
    static final List<String> CONTACT =
            names("id createdBy createdOn modifiedBy modifiedOn accountId accountName locationId "
                    + "locationName firstName middleName lastName jobTitle poc isActive billByContact effectiveDate phones emails "
                    + "recieveInvoices createdByName modifiedByName");
    static final List<String> CONTACT_INPUT = names("accountId locationId firstName middleName lastName jobTitle poc "
            + "isActive receiveInvoices billByContact effectiveDate");
    static final List<String> CONTACT_CREATED = names(
            "id firstName lastName accountId accountName locationId locationName phoneNumber emailAddress customFieldsData");
    static final List<String> CONTACT_SEARCH =
            names("id accountId accountName locationId locationName firstName lastName "
                    + "jobTitle emailAddress isPoc isActive hasClientPortalAccess");
    static final List<String> ASSET_INPUT = names("name accountId accountLocationId contactId categoryId brandId "
            + "serialNumber businessImpactId stateId locationInfo description barCode assetTag vendorId isActive "
            + "modelNumber machineGroupId ipAddress subnetMask defaultGateway dnsServers dhcpEnabled dhcpServer "
            + "winsEnabled secondaryWinsServer connectionGatewayIp osType osInfo majorVersion minorVersion macAddress "
            + "loginName lastLoginname currentUser productName machineVersion motherboardManufacturerId "
            + "motherboardProductCode motherboardSerialNumber motherboardVersion chassisAssetTag chassisManufacturerId "
            + "chassisSerialNumber chassisType chassisVersion busSpeed manufacturerId maxMemorySize maxMemorySlots "
            + "primaryWinsServer computerName purchaseCost warrantyExpirationDate expirationDate acquisitionDate "
            + "firstCheckIn lastCheckIn lastReboot");
    static final List<String> ASSET_REQUIRED = names("name accountId accountLocationId categoryId");
    static final List<String> ASSET = names("id name accountId accountName accountLocationId accountLocation contactId "
            + "contactFirstName contactLastName categoryId category brandId brand serialNumber businessImpactId "
            + "businessImpact stateId state locationInfo description barCode assetTag vendorId webRemoteUrl vendor isActive "
            + "modelNumber machineGroupId ipAddress subnetMask defaultGateway dnsServers dhcpEnabled dhcpServer winsEnabled "
            + "secondaryWinsServer connectionGatewayIp osType osInfo majorVersion minorVersion macAddress loginName "
            + "lastLoginname currentUser productName machineVersion motherboardManufacturerId motherboardManufacturer "
            + "motherboardProductCode motherboardSerialNumber motherboardVersion chassisAssetTag chassisManufacturerId "
            + "chassisManufacturer chassisSerialNumber chassisType chassisVersion busSpeed manufacturerId manufacturer "
            + "maxMemorySize maxMemorySlots primaryWinsServer purchaseCost warrantyExpirationDate expirationDate "
            + "acquisitionDate firstCheckIn lastCheckIn lastReboot createdById createdBy modifiedById modifiedBy createdOn "
            + "modifiedOn contactEmailAddress contactPhoneNumber agentId diskVolumes integrationTypeId statuses");
    static final List<String> ASSET_ROW = names("id categoryName categoryId locationName assetName serialNumber "
            + "machineGroupId ipAddress contactId contactName accountId accountName isActive");
    static final List<String> LOOKUP = names("id name isDefault isActive");

    private Fields() {}

    static List<String> names(String text) {
        return List.of(text.trim().split("\\s+"));
    }

    /** The named fields of a body, under their camelCase names whatever their letter case was. */
    static ObjectNode read(JsonNode body, List<String> names) {
        ObjectNode read = Json.object();
        body.properties().forEach(entry -> {
            for (String name : names) {
                if (name.equalsIgnoreCase(entry.getKey())) {
                    read.set(name, entry.getValue());
                }
            }
        });
        return read;
    }

    static JsonNode anyCase(JsonNode body, String name) {
        return read(body, List.of(name)).path(name);
    }

    static void blank(ObjectNode fields, List<String> names) {
        for (String name : names) {
            if (!fields.has(name)) {
                fields.putNull(name);
            }
        }
    }

    static boolean isIdentifier(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("id")
                && !Set.of("machineGroupId", "agentId", "vsaAssetId").contains(name);
    }
}
