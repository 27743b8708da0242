package io.mortise.sandbox.internal.itglue;

import static io.mortise.sandbox.internal.itglue.Op.CREATE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE;
import static io.mortise.sandbox.internal.itglue.Op.LIST;
import static io.mortise.sandbox.internal.itglue.Op.SHOW;

import java.util.List;

/** Small resources that are only read, and exports. */
final class SmallSpecs {
    private SmallSpecs() {}

    static List<SpecDraft> all() {
        return List.of(domains(), certificates(), expirations(), exports(), tickets(), settings());
    }

    private static SpecDraft domains() {
        return SpecDraft.of("domains")
                .shows("organization-id organization-name resource-url name screenshot registrar-name notes expires-on "
                        + "updated-at")
                .filters("id organization-id")
                .sorts("created-at updated-at")
                .includes("passwords attachments" + CoreSpecs.ACCESS)
                .flat(LIST)
                .below(CoreSpecs.ORGANIZATIONS, LIST);
    }

    private static SpecDraft certificates() {
        return SpecDraft.of("ssl-certificates")
                .shows("organization-id organization-name resource-url name created-at updated-at")
                .filters("id organization-id")
                .flat(LIST);
    }

    private static SpecDraft expirations() {
        return SpecDraft.of("expirations")
                .shows("organization-id organization-name resource-url description expiration-date resource-id "
                        + "resource-type resource-type-name resource-name created-at updated-at")
                .filters("id resource-id resource-name resource-type-name description expiration-date organization-id "
                        + "range")
                .sorts("id organization-id expiration-date created-at updated-at")
                .flat(LIST, SHOW)
                .below(CoreSpecs.ORGANIZATIONS, LIST, SHOW);
    }

    private static SpecDraft exports() {
        return SpecDraft.of("exports")
                .shows("organization-id organization-name include-logs export-all encrypted-status download-url "
                        + "created-at updated-at")
                .takes("organization-id include-logs zip-password")
                .filters("id")
                .sorts("created-at updated-at")
                .flat(LIST, SHOW, CREATE, DELETE);
    }

    /** No part of the API: what a person switches in the account. */
    private static SpecDraft settings() {
        return SpecDraft.of(Settings.TYPE).shows("requests-per-window window-seconds two-way-sync psa-id-needs-type");
    }

    private static SpecDraft tickets() {
        return SpecDraft.of("tickets")
                .shows("organization-id organization-name name remote-id status priority resource-url created-at "
                        + "updated-at")
                .hides("contact-id configuration-id")
                .filters("id organization-id")
                .flat(LIST);
    }
}
