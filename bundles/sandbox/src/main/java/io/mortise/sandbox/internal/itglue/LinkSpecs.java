package io.mortise.sandbox.internal.itglue;

import java.util.List;

/** What hangs on other records; attachments and related items have paths of their own kind. */
final class LinkSpecs {
    private LinkSpecs() {}

    static List<SpecDraft> all() {
        return List.of(
                SpecDraft.of("related-items")
                        .takes("notes")
                        .takesOnce("destination-type destination-id via-copilot")
                        .hides("resource-type resource-id"),
                SpecDraft.of("attachments")
                        .shows("name attachment-file-name attachment-content-type attachment-file-size ext viewable "
                                + "download-url created-at updated-at")
                        .takes("name")
                        .hides("resource-type resource-id content"),
                SpecDraft.of("user-resource-accesses")
                        .shows("accessor-id accessor-type user-id resource-id resource-type"),
                SpecDraft.of("group-resource-accesses")
                        .shows("accessor-id accessor-type group-id resource-id resource-type"),
                SpecDraft.of("rmm-records")
                        .shows("name cpu device-type disks external-url hostname ip-addresses last-login-user "
                                + "last-reboot last-seen-online mac-addresses manufacturer-name memory-total "
                                + "manufacturer-model-name ms-office-version operating-system patches-applied "
                                + "patches-total serial-number")
                        .hides("configuration-id remote-id remote-type"));
    }
}
