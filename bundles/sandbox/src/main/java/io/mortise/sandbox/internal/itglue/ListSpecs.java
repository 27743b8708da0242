package io.mortise.sandbox.internal.itglue;

import static io.mortise.sandbox.internal.itglue.Op.CREATE;
import static io.mortise.sandbox.internal.itglue.Op.LIST;
import static io.mortise.sandbox.internal.itglue.Op.SHOW;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE;

import java.util.List;

/** The short lists of names, and users. */
final class ListSpecs {
    private static final String TIMES = " created-at updated-at";

    private ListSpecs() {}

    static List<SpecDraft> all() {
        return List.of(
                own("organization-types", "name synced", ""),
                own("organization-statuses", "name synced", ""),
                own("contact-types", "name", "synced"),
                own("configuration-types", "name kind configurations-count", "synced"),
                own("configuration-statuses", "name", "synced"),
                own("manufacturers", "name", "synced"),
                given("operating-systems", "name platform-id platform-name" + TIMES, "name"),
                given("platforms", "name" + TIMES, "name"),
                given("countries", "name iso", "name iso"),
                given("regions", "name iso country-id", "name iso country-id").below("countries", LIST, SHOW),
                users());
    }

    /** Lists that the account fills itself. */
    private static SpecDraft own(String type, String attributes, String hidden) {
        return given(type, attributes + TIMES, "name")
                .needs("name")
                .takes("name")
                .hides(hidden)
                .flat(LIST, SHOW, CREATE, UPDATE);
    }

    private static SpecDraft given(String type, String attributes, String filters) {
        return SpecDraft.of(type)
                .shows(attributes)
                .filters(filters)
                .sorts("name id created-at updated-at iso country-id")
                .flat(LIST, SHOW);
    }

    private static SpecDraft users() {
        return SpecDraft.of("users")
                .shows("first-name last-name name role-name email avatar invitation-sent-at invitation-accepted-at "
                        + "current-sign-in-at current-sign-in-ip last-sign-in-at last-sign-in-ip reputation my-glue "
                        + "my-glue-account-id created-at updated-at")
                .takes("first-name last-name avatar")
                .takesWhenSynced("first-name last-name")
                .hides("password all-organizations organization-access salesforce-id")
                .filters("id name email role-name salesforce-id")
                .sorts("name email reputation id created-at updated-at")
                .flat(LIST, SHOW, UPDATE);
    }
}
