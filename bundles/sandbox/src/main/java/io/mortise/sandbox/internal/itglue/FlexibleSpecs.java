package io.mortise.sandbox.internal.itglue;

import static io.mortise.sandbox.internal.itglue.Op.CREATE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE_MANY;
import static io.mortise.sandbox.internal.itglue.Op.LIST;
import static io.mortise.sandbox.internal.itglue.Op.SHOW;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE_MANY;

import java.util.List;

/** Flexible assets and what describes them. */
final class FlexibleSpecs {
    private FlexibleSpecs() {}

    static List<SpecDraft> all() {
        return List.of(types(), fields(), assets());
    }

    private static SpecDraft types() {
        return SpecDraft.of("flexible-asset-types")
                .shows("name description icon enabled show-in-menu created-at updated-at")
                .needs("name")
                .takes("name description icon enabled show-in-menu")
                .filters("id name icon enabled")
                .sorts("id name created-at updated-at")
                .includes("flexible-asset-fields")
                .flat(LIST, SHOW, CREATE, UPDATE);
    }

    private static SpecDraft fields() {
        return SpecDraft.of("flexible-asset-fields")
                .shows("flexible-asset-type-id order name kind hint decimals default-value tag-type required "
                        + "use-for-title expiration show-in-list name-key created-at updated-at")
                .needs("flexible-asset-type-id order name kind")
                .takes("order name kind hint decimals default-value tag-type required use-for-title expiration "
                        + "show-in-list")
                .takesOnce("flexible-asset-type-id")
                .filters("id")
                .sorts("created-at updated-at")
                .includes("remote-asset-field")
                .flat(SHOW, CREATE, UPDATE, UPDATE_MANY, DELETE)
                .below("flexible-asset-types", LIST, SHOW, CREATE, UPDATE, DELETE);
    }

    private static SpecDraft assets() {
        return SpecDraft.of("flexible-assets")
                .shows("organization-id organization-name resource-url restricted my-glue flexible-asset-type-id "
                        + "flexible-asset-type-name name traits archived created-at updated-at")
                .needs("organization-id flexible-asset-type-id traits")
                .takes("organization-id traits restricted archived")
                .takesOnce("flexible-asset-type-id")
                .hides("type-slug")
                .filters("flexible-asset-type-id name organization-id")
                .sorts("name created-at updated-at")
                .includes("adapters-resources distinct-remote-assets attachments passwords" + CoreSpecs.ACCESS)
                .includesOnShow(CoreSpecs.ON_SHOW)
                .flat(LIST, SHOW, CREATE, UPDATE, UPDATE_MANY, DELETE, DELETE_MANY)
                .below(CoreSpecs.ORGANIZATIONS, CREATE);
    }
}
