package io.mortise.sandbox.internal.itglue;

import static io.mortise.sandbox.internal.itglue.Op.CREATE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE;
import static io.mortise.sandbox.internal.itglue.Op.LIST;
import static io.mortise.sandbox.internal.itglue.Op.SHOW;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE_MANY;

import java.util.List;

/** Groups of users, and what is recorded of their work. */
final class PeopleSpecs {
    private PeopleSpecs() {}

    static List<SpecDraft> all() {
        return List.of(groups(), metrics(), logs());
    }

    private static SpecDraft groups() {
        return SpecDraft.of("groups")
                .shows("name description my-glue my-glue-account-id hide-from-my-glue created-at updated-at")
                .needs("name")
                .takes("name description hide-from-my-glue accounts-user-ids")
                .hides("organization-access denied-types")
                .filters("name")
                .sorts("name created-at updated-at")
                .includes("users organizations resource-type-restrictions my-glue-account")
                .flat(LIST, SHOW, CREATE, UPDATE, UPDATE_MANY, DELETE);
    }

    private static SpecDraft metrics() {
        return SpecDraft.of("user-metrics")
                .shows("user-id organization-id resource-type created viewed edited deleted date")
                .filters("user-id organization-id resource-type date")
                .sorts("id created viewed edited deleted date")
                .flat(LIST);
    }

    private static SpecDraft logs() {
        return SpecDraft.of("logs")
                .shows("created-at level account-id user-id organization-id action resource-type resource-name "
                        + "ip-address ip-city ip-region ip-country user-agent")
                .filters("created-at")
                .sorts("created-at")
                .flat(LIST);
    }
}
