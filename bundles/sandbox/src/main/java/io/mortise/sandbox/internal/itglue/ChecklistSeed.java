package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.world.Dice;
import io.mortise.sandbox.internal.world.World;
import java.util.List;
import java.util.Map;

/** Templates of recurring work, and a few checklists that were made from them. */
final class ChecklistSeed {
    private static final List<Map.Entry<String, List<String>>> TEMPLATES = List.of(
            Map.entry(
                    "New employee onboarding",
                    List.of(
                            "Create the directory account",
                            "Assign licenses",
                            "Create the mailbox and add it to groups",
                            "Prepare the workstation",
                            "Install the agent and check that it reports",
                            "Hand over credentials in person")),
            Map.entry(
                    "Employee offboarding",
                    List.of(
                            "Disable the directory account",
                            "Revoke sessions and tokens",
                            "Convert the mailbox to a shared one",
                            "Collect the hardware",
                            "Archive the home folder")),
            Map.entry(
                    "Workstation deployment",
                    List.of(
                            "Unbox and label with the asset tag",
                            "Apply firmware updates",
                            "Join the domain",
                            "Install the standard applications",
                            "Document serial number and location")),
            Map.entry(
                    "Monthly server maintenance",
                    List.of(
                            "Check the last backup and restore a test file",
                            "Install updates",
                            "Review the event log",
                            "Check free disk space",
                            "Confirm that services started")),
            Map.entry(
                    "Firewall replacement",
                    List.of(
                            "Export the running configuration",
                            "Announce the maintenance window",
                            "Move cables port by port",
                            "Test VPN and voice",
                            "Update the documentation")));

    private final Planter planter;
    private final Dice dice;

    ChecklistSeed(Planter planter, World world) {
        this.planter = planter;
        this.dice = new Dice(world, "checklists");
    }

    void plant() {
        for (Map.Entry<String, List<String>> each : TEMPLATES) {
            ObjectNode fields = Planter.named(each.getKey())
                    .put("description", "<p>" + each.getKey() + ", step by step.</p>")
                    .put("created-by-name", dice.chance(50) ? "Dana Whitfield" : "Marcus Lowe");
            tasks(planter.add("checklist-templates", fields), each.getValue(), 0);
        }
        List<Row> templates =
                planter.store().table("checklist-templates").stream().toList();
        for (Row organization : planter.organizations()) {
            if (dice.chance(40)) {
                checklist(organization, dice.number(0, templates.size() - 1), templates);
            }
        }
    }

    private void checklist(Row organization, int number, List<Row> templates) {
        Row template = templates.get(number);
        ObjectNode fields = Planter.of(organization).put("name", template.text("name"));
        fields.put("checklist-template-id", Long.valueOf(template.id())).put("completed", false);
        fields.set("description", template.get("description"));
        fields.put("assignee-id", Long.valueOf(planter.user("tech").id()));
        List<String> names = TEMPLATES.get(number).getValue();
        tasks(planter.add("checklists", fields), names, dice.number(0, names.size() - 1));
    }

    private void tasks(Row checklist, List<String> names, int done) {
        for (int i = 0; i < names.size(); i++) {
            ObjectNode task = Json.object().put("checklist-id", Long.valueOf(checklist.id()));
            task.put("name", names.get(i)).put("order", i + 1).put("completed", i < done);
            if (i < done) {
                task.put("completed-at", Attributes.time(checklist.updatedAt()));
            }
            planter.add("checklist-tasks", task);
        }
    }
}
