package io.mortise.sandbox.internal.itglue;

import static io.mortise.sandbox.internal.itglue.Op.CREATE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE_MANY;
import static io.mortise.sandbox.internal.itglue.Op.LIST;
import static io.mortise.sandbox.internal.itglue.Op.SHOW;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE_MANY;

import java.util.List;

/** Documents, their sections and folders. */
final class DocumentSpecs {
    private DocumentSpecs() {}

    static List<SpecDraft> all() {
        return List.of(folders(), documents(), sections());
    }

    private static SpecDraft folders() {
        return SpecDraft.of("document-folders")
                .shows("organization-id name parent-id ancestor-ids documents-count restricted created-at updated-at")
                .needs("organization-id name")
                .takes("name parent-id restricted")
                .takesOnce("organization-id")
                .filters("id organization-id")
                .includesOnShow("related-items")
                .flat(LIST, CREATE)
                .below(CoreSpecs.ORGANIZATIONS, LIST, SHOW, CREATE);
    }

    private static SpecDraft documents() {
        return SpecDraft.of("documents")
                .shows("name organization-id organization-name resource-url published published-at draft public "
                        + "restricted archived document-folder-id content created-at updated-at")
                .needs("organization-id name")
                .takes("name restricted archived public sop-generator")
                .takesOnce("organization-id is-uploaded document-folder-id")
                .hides("content")
                .filters("id document-folder-id")
                .sorts("name id created-at updated-at")
                .includes("attachments passwords" + CoreSpecs.ACCESS)
                .includesOnShow(CoreSpecs.ON_SHOW)
                .flat(SHOW, CREATE, UPDATE, UPDATE_MANY, DELETE_MANY)
                .below(CoreSpecs.ORGANIZATIONS, LIST, SHOW, CREATE, UPDATE, DELETE_MANY);
    }

    private static SpecDraft sections() {
        return SpecDraft.of("document-sections")
                .at("sections")
                .shows("document-id resource-id resource-type content rendered-content level duration reset-count sort "
                        + "created-at updated-at")
                .needs("document-id resource-type")
                .takes("content level duration reset-count sort")
                .takesOnce("document-id resource-type")
                .filters("id")
                .sorts("sort created-at updated-at")
                .below("documents", LIST, SHOW, CREATE, UPDATE, DELETE);
    }
}
