package io.mortise.sandbox.internal.itglue;

import static io.mortise.sandbox.internal.itglue.Op.CREATE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE_MANY;
import static io.mortise.sandbox.internal.itglue.Op.LIST;
import static io.mortise.sandbox.internal.itglue.Op.SHOW;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE_MANY;

import java.util.List;

/** Passwords, their categories and folders. */
final class PasswordSpecs {
    private PasswordSpecs() {}

    static List<SpecDraft> all() {
        return List.of(categories(), folders(), passwords());
    }

    private static SpecDraft categories() {
        return SpecDraft.of("password-categories")
                .shows("name passwords-count created-at updated-at")
                .needs("name")
                .takes("name")
                .filters("name")
                .sorts("name created-at updated-at")
                .flat(LIST, SHOW, CREATE, UPDATE);
    }

    private static SpecDraft folders() {
        return SpecDraft.of("password-folders")
                .shows("organization-id name parent-id ancestor-ids restricted created-at updated-at")
                .needs("organization-id name")
                .takes("name parent-id restricted")
                .takesOnce("organization-id")
                .filters("id")
                .includes("ancestors authorized-users" + CoreSpecs.ACCESS)
                .flat(UPDATE_MANY)
                .below(CoreSpecs.ORGANIZATIONS, LIST, SHOW, CREATE, UPDATE, DELETE_MANY);
    }

    private static SpecDraft passwords() {
        return SpecDraft.of("passwords")
                .shows("organization-id organization-name resource-url restricted my-glue name autofill-selectors "
                        + "username url notes password-updated-at updated-by updated-by-type resource-id resource-type "
                        + "cached-resource-type-name cached-resource-name parent-url password-category-id "
                        + "password-category-name password-folder-id vault-id otp-enabled archived rotation-permitted "
                        + "personal is-live generated-password-type shareable created-at updated-at")
                .needs("organization-id name password")
                .takes("organization-id name password password-category-id password-folder-id username otp-secret url "
                        + "notes password-updated-at restricted autofill-selectors archived is-live "
                        + "generated-password-type shareable")
                .takesOnce("resource-id resource-type")
                .filters("id name organization-id password-category-id url cached-resource-name archived")
                .sorts("name username url id created-at updated-at")
                .includes("network-glue-networks attachments rotatable-password updater shared-links "
                        + "active-shared-links" + CoreSpecs.ACCESS)
                .includesOnShow(CoreSpecs.ON_SHOW)
                .flat(LIST, SHOW, CREATE, UPDATE, UPDATE_MANY, DELETE, DELETE_MANY)
                .below(CoreSpecs.ORGANIZATIONS, LIST, SHOW, CREATE, UPDATE, DELETE, DELETE_MANY);
    }
}
