package io.mortise.sandbox.internal.itglue;

import static io.mortise.sandbox.internal.itglue.Op.CREATE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE_MANY;
import static io.mortise.sandbox.internal.itglue.Op.LIST;
import static io.mortise.sandbox.internal.itglue.Op.SHOW;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE_MANY;

import java.util.List;

/** Organizations and what a PSA knows of them too. */
final class CoreSpecs {
    static final String ORGANIZATIONS = "organizations";
    static final String ACCESS = " user-resource-accesses group-resource-accesses ";
    static final String ON_SHOW = " recent-versions related-items authorized-users ";

    private CoreSpecs() {}

    static List<SpecDraft> all() {
        return List.of(organizations(), locations(), contacts(), configurations(), interfaces(), models());
    }

    private static SpecDraft organizations() {
        return SpecDraft.of(ORGANIZATIONS)
                .shows("name alert description organization-type-id organization-type-name organization-status-id "
                        + "organization-status-name my-glue-account-id psa-integration my-glue primary logo quick-notes "
                        + "short-name parent-id ancestor-ids created-at updated-at resource-url")
                .needs("name")
                .takes("name alert description organization-type-id organization-status-id quick-notes short-name "
                        + "parent-id")
                .takesWhenSynced("alert description quick-notes")
                .filters("id name organization-type-id organization-status-id created-at updated-at "
                        + "my-glue-account-id psa-id primary group-id")
                .sorts("name id updated-at organization-status-name organization-type-name created-at short-name "
                        + "my-glue-account-id")
                .includes("adapters-resources attachments rmm-companies")
                .flat(LIST, SHOW, CREATE, UPDATE, UPDATE_MANY, DELETE_MANY);
    }

    private static SpecDraft locations() {
        return ofOrganization("locations")
                .shows("organization-id organization-name resource-url restricted psa-integration my-glue name primary "
                        + "address-1 address-2 city postal-code region-id region-name country-id country-name phone fax "
                        + "notes created-at updated-at formatted-phone formatted-fax")
                .needs("organization-id name")
                .takes("organization-id name primary address-1 address-2 city postal-code region-id country-id phone "
                        + "fax notes restricted")
                .filters("id name city region-id country-id organization-id psa-id")
                .sorts("name id primary created-at updated-at")
                .includes("adapters-resources attachments passwords" + ACCESS)
                .below(ORGANIZATIONS, LIST, SHOW, CREATE, UPDATE, DELETE, DELETE_MANY);
    }

    private static SpecDraft contacts() {
        return ofOrganization("contacts")
                .shows("organization-id organization-name resource-url restricted psa-integration my-glue name "
                        + "first-name last-name title contact-type-id contact-type-name location-id location-name "
                        + "important notes created-at updated-at contact-emails contact-phones")
                .needs("organization-id")
                .takes("organization-id first-name last-name title contact-type-id location-id important notes "
                        + "restricted contact-emails contact-phones")
                .filters("id first-name last-name title contact-type-id important primary-email organization-id psa-id")
                .sorts("first-name last-name id created-at updated-at")
                .includes("adapters-resources location passwords attachments tickets distinct-remote-contacts "
                        + "resource-fields" + ACCESS);
    }

    private static SpecDraft configurations() {
        return ofOrganization("configurations")
                .shows(
                        "organization-id organization-name resource-url restricted psa-integration my-glue name hostname "
                                + "primary-ip mac-address default-gateway serial-number asset-tag position installed-by "
                                + "purchased-by notes operating-system-notes warranty-expires-at mitp-device-expiration-date "
                                + "mitp-end-of-life-date installed-at purchased-at created-at updated-at "
                                + "organization-short-name configuration-type-id configuration-type-name "
                                + "configuration-type-kind configuration-status-id configuration-status-name manufacturer-id "
                                + "manufacturer-name model-id operating-system-id operating-system-name location-id "
                                + "location-name contact-id archived model-name contact-name")
                .needs("organization-id configuration-type-id name")
                .takes("organization-id configuration-type-id name configuration-status-id location-id contact-id "
                        + "manufacturer-id model-id operating-system-id operating-system-notes notes hostname "
                        + "primary-ip mac-address default-gateway serial-number asset-tag position installed-by "
                        + "purchased-by purchased-at warranty-expires-at mitp-device-expiration-date "
                        + "mitp-end-of-life-date installed-at restricted archived")
                .takesWhenSynced("archived asset-tag notes purchased-at restricted serial-number warranty-expires-at "
                        + "mitp-device-expiration-date mitp-end-of-life-date")
                .filters("id name organization-id configuration-type-id configuration-status-id contact-id "
                        + "serial-number mac-address asset-tag psa-id rmm-id archived")
                .sorts("name id created-at updated-at")
                .includes("adapters-resources configuration-interfaces rmm-records passwords attachments tickets "
                        + "dnet-fa-remote-assets" + ACCESS)
                .includesOnShow("rmm-adapters-resources adapters-resources-errors rmm-adapters-resources-errors "
                        + "active-network-glue-network-devices to-configuration-connections "
                        + "from-configuration-connections" + ON_SHOW);
    }

    private static SpecDraft ofOrganization(String type) {
        return SpecDraft.of(type)
                .includesOnShow(ON_SHOW)
                .flat(LIST, SHOW, CREATE, UPDATE, UPDATE_MANY, DELETE_MANY)
                .below(ORGANIZATIONS, LIST, SHOW, CREATE, UPDATE, DELETE_MANY);
    }

    private static SpecDraft interfaces() {
        return SpecDraft.of("configuration-interfaces")
                .shows("id primary name ip-address mac-address notes created-at updated-at")
                .needs("configuration-id")
                .takes("configuration-id primary name ip-address mac-address notes")
                .filters("id ip-address")
                .sorts("created-at updated-at")
                .flat(SHOW, CREATE, UPDATE, UPDATE_MANY)
                .below("configurations", LIST, SHOW, CREATE, UPDATE, DELETE);
    }

    private static SpecDraft models() {
        return SpecDraft.of("models")
                .shows("manufacturer-id manufacturer-name name created-at updated-at")
                .needs("name")
                .takes("name manufacturer-id")
                .hides("synced")
                .filters("id")
                .sorts("id name manufacturer-id created-at updated-at")
                .flat(LIST, SHOW, CREATE, UPDATE, UPDATE_MANY)
                .below("manufacturers", LIST, SHOW, CREATE, UPDATE);
    }
}
