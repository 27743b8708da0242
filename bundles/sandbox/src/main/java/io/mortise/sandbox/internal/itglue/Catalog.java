package io.mortise.sandbox.internal.itglue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources of the IT Glue API that are simulated, as its developer pages list them. */
final class Catalog {
    private static final String ACCESS = "user-resource-accesses group-resource-accesses ";
    private static final String ON_SHOW = " recent-versions related-items authorized-users";

    private final Map<String, Spec> specs = new LinkedHashMap<>();

    Catalog() {
        organizations();
        locations();
        contacts();
        configurations();
        interfaces();
        models();
        list("organization-types", "name synced", "name");
        list("organization-statuses", "name synced", "name");
        list("contact-types", "name", "name");
        list("configuration-types", "name kind configurations-count", "name");
        list("configuration-statuses", "name", "name");
        list("manufacturers", "name", "name");
        list("operating-systems", "name platform-id platform-name", "");
        list("platforms", "name", "");
        list("countries", "name iso", "");
        list("regions", "name iso country-id", "");
        users();
    }

    Map<String, Spec> all() {
        return specs;
    }

    Spec get(String type) {
        return specs.get(type);
    }

    private void organizations() {
        add(new Spec(
                "organizations",
                names("name alert description organization-type-id organization-type-name organization-status-id "
                        + "organization-status-name my-glue-account-id psa-integration my-glue primary logo quick-notes "
                        + "short-name parent-id ancestor-ids created-at updated-at resource-url"),
                names("name"),
                set(
                        "name alert description organization-type-id organization-status-id quick-notes short-name parent-id"),
                set("alert description quick-notes"),
                set("id name organization-type-id organization-status-id created-at updated-at my-glue-account-id "
                        + "psa-id primary"),
                set("name id updated-at organization-status-name organization-type-name created-at short-name "
                        + "my-glue-account-id"),
                set("adapters-resources attachments rmm-companies"),
                false,
                true));
    }

    private void locations() {
        add(new Spec(
                "locations",
                names("organization-id organization-name resource-url restricted psa-integration my-glue name primary "
                        + "address-1 address-2 city postal-code region-id region-name country-id country-name phone fax "
                        + "notes created-at updated-at formatted-phone formatted-fax"),
                names("organization-id name"),
                set("organization-id name primary address-1 address-2 city postal-code region-id country-id phone fax "
                        + "notes restricted"),
                Set.of(),
                set("id name city region-id country-id organization-id psa-id"),
                set("name id primary created-at updated-at"),
                set("adapters-resources attachments passwords " + ACCESS + ON_SHOW),
                true,
                true));
    }

    private void contacts() {
        add(new Spec(
                "contacts",
                names(
                        "organization-id organization-name resource-url restricted psa-integration my-glue name first-name "
                                + "last-name title contact-type-id contact-type-name location-id location-name important notes "
                                + "created-at updated-at contact-emails contact-phones"),
                names("organization-id"),
                set("organization-id first-name last-name title contact-type-id location-id important notes restricted "
                        + "contact-emails contact-phones"),
                Set.of(),
                set("id first-name last-name title contact-type-id important primary-email organization-id psa-id"),
                set("first-name last-name id created-at updated-at"),
                set(
                        "adapters-resources location passwords attachments tickets distinct-remote-contacts resource-fields "
                                + ACCESS + ON_SHOW),
                true,
                true));
    }

    private void configurations() {
        add(new Spec(
                "configurations",
                names(
                        "organization-id organization-name resource-url restricted psa-integration my-glue name hostname "
                                + "primary-ip mac-address default-gateway serial-number asset-tag position installed-by "
                                + "purchased-by notes operating-system-notes warranty-expires-at mitp-device-expiration-date "
                                + "mitp-end-of-life-date installed-at purchased-at created-at updated-at organization-short-name "
                                + "configuration-type-id configuration-type-name configuration-type-kind configuration-status-id "
                                + "configuration-status-name manufacturer-id manufacturer-name model-id operating-system-id "
                                + "operating-system-name location-id location-name contact-id archived model-name contact-name"),
                names("organization-id configuration-type-id name"),
                set("organization-id configuration-type-id name configuration-status-id location-id contact-id "
                        + "manufacturer-id model-id operating-system-id operating-system-notes notes hostname primary-ip "
                        + "mac-address default-gateway serial-number asset-tag position installed-by purchased-by "
                        + "purchased-at warranty-expires-at mitp-device-expiration-date mitp-end-of-life-date "
                        + "installed-at restricted archived"),
                set("archived asset-tag notes purchased-at restricted serial-number warranty-expires-at "
                        + "mitp-device-expiration-date mitp-end-of-life-date"),
                set("id name organization-id configuration-type-id configuration-status-id contact-id serial-number "
                        + "mac-address asset-tag psa-id rmm-id archived"),
                set("name id created-at updated-at"),
                set("adapters-resources configuration-interfaces rmm-records passwords attachments tickets "
                        + "dnet-fa-remote-assets rmm-adapters-resources adapters-resources-errors "
                        + "rmm-adapters-resources-errors active-network-glue-network-devices "
                        + "to-configuration-connections from-configuration-connections " + ACCESS + ON_SHOW),
                true,
                true));
    }

    /** Interfaces have paths of their own; {@link Interfaces} adds the ones that differ. */
    private void interfaces() {
        add(new Spec(
                "configuration-interfaces",
                names("id primary name ip-address mac-address notes created-at updated-at"),
                names("configuration-id"),
                set("configuration-id primary name ip-address mac-address notes"),
                Set.of(),
                set("id ip-address"),
                set("created-at updated-at"),
                Set.of(),
                false,
                false));
    }

    private void models() {
        add(new Spec(
                "models",
                names("manufacturer-id manufacturer-name name created-at updated-at"),
                names("name"),
                set("name manufacturer-id"),
                set("name manufacturer-id"),
                set("id"),
                set("id name manufacturer-id created-at updated-at"),
                Set.of(),
                false,
                false));
    }

    private void users() {
        add(new Spec(
                "users",
                names("first-name last-name name role-name email avatar reputation my-glue created-at updated-at"),
                List.of(),
                set("first-name last-name"),
                set("first-name last-name"),
                set("id name email role-name"),
                set("name email reputation id created-at updated-at"),
                Set.of(),
                false,
                false));
    }

    private void list(String type, String attributes, String writable) {
        boolean lookup = type.equals("countries") || type.equals("regions");
        add(new Spec(
                type,
                names(lookup ? attributes : attributes + " created-at updated-at"),
                names(writable),
                set(writable),
                Set.of(),
                set("name" + (lookup ? " iso" : "") + (type.equals("regions") ? " country-id" : "")),
                set("name id created-at updated-at iso country-id"),
                Set.of(),
                false,
                false));
    }

    private void add(Spec spec) {
        specs.put(spec.type(), spec);
    }

    private static List<String> names(String text) {
        return text.isBlank() ? List.of() : List.of(text.trim().split("\\s+"));
    }

    private static Set<String> set(String text) {
        return Set.copyOf(names(text));
    }
}
