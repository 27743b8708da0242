package io.mortise.sandbox.internal.itglue;

import static io.mortise.sandbox.internal.itglue.Op.CREATE;
import static io.mortise.sandbox.internal.itglue.Op.DELETE_MANY;
import static io.mortise.sandbox.internal.itglue.Op.LIST;
import static io.mortise.sandbox.internal.itglue.Op.SHOW;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE;
import static io.mortise.sandbox.internal.itglue.Op.UPDATE_MANY;

import java.util.List;

/** Checklists, their tasks and their templates; much of it is open to users only. */
final class ChecklistSpecs {
    private ChecklistSpecs() {}

    static List<SpecDraft> all() {
        return List.of(templates(), checklists(), tasks());
    }

    private static SpecDraft templates() {
        return SpecDraft.of("checklist-templates")
                .shows("name description created-at updated-at")
                .needs("name")
                .takes("name description organization-id")
                .hides("created-by-name")
                .filters("id organization-id")
                .sorts("created-at updated-at")
                .includes("checklist-tasks attachments")
                .includesOnShow("related-items")
                .flat(LIST, SHOW, CREATE, UPDATE, DELETE_MANY)
                .forUsersOnly(CREATE, UPDATE, DELETE_MANY);
    }

    private static SpecDraft checklists() {
        return SpecDraft.of("checklists")
                .shows(
                        "organization-id organization-name checklist-template-id name description completed completed-at "
                                + "due-date assignee-id assignee-name restricted resource-url created-at updated-at")
                .needs("organization-id name")
                .takes("name description completed due-date assignee-id restricted")
                .takesOnce("organization-id checklist-template-id")
                .filters("id organization-id completed assignee-id checklist-template-id")
                .sorts("completed created-at updated-at")
                .includes("attachments checklist-tasks" + CoreSpecs.ACCESS)
                .includesOnShow(CoreSpecs.ON_SHOW)
                .flat(LIST, SHOW, CREATE, UPDATE, UPDATE_MANY, DELETE_MANY)
                .below(CoreSpecs.ORGANIZATIONS, LIST, SHOW, UPDATE, UPDATE_MANY, DELETE_MANY)
                .forUsersOnly(CREATE);
    }

    private static SpecDraft tasks() {
        return SpecDraft.of("checklist-tasks")
                .shows("checklist-id name description completed completed-at due-date assignee-id assignee-name order "
                        + "position created-at updated-at")
                .needs("checklist-id name")
                .takes("name description completed due-date assignee-id order")
                .takesOnce("checklist-id")
                .filters("id checklist-id completed")
                .sorts("order created-at updated-at")
                .flat(LIST, SHOW, CREATE, UPDATE, DELETE_MANY)
                .forUsersOnly(LIST, SHOW, CREATE, UPDATE, DELETE_MANY);
    }
}
