package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.world.Dice;
import io.mortise.sandbox.internal.world.World;
import java.util.List;

/** Documents in and outside of folders, domains with their certificates and expirations, and tickets. */
final class DocumentSeed {
    private static final List<String> TITLES = List.of(
            "Network overview",
            "After-hours contact procedure",
            "Printer setup for new starters",
            "VPN client installation",
            "Restoring files from backup",
            "Door controller and alarm system");
    private static final List<String> TICKETS =
            List.of("Cannot print from the second floor", "Slow sign-in on Mondays", "Request for a second monitor");

    private final Planter planter;
    private final Dice dice;

    DocumentSeed(Planter planter, World world) {
        this.planter = planter;
        this.dice = new Dice(world, "documents");
    }

    void plant() {
        for (Row organization : planter.organizations()) {
            ObjectNode folder = Planter.of(organization).put("name", "Runbooks");
            Row runbooks = planter.add("document-folders", folder);
            for (String title : TITLES) {
                if (dice.chance(45)) {
                    document(organization, title, dice.chance(30) ? runbooks : null);
                }
            }
            document(organization, "Server restart order", runbooks);
            domain(organization);
            ticket(organization);
        }
    }

    private void document(Row organization, String title, Row folder) {
        ObjectNode fields = Planter.of(organization).put("name", title).put("published", true);
        fields.put("draft", false).put("public", false).put("published-at", Attributes.time(World.BORN));
        fields.put("document-folder-id", folder == null ? null : Long.valueOf(folder.id()));
        fields.put("restricted", dice.chance(5));
        Row document = planter.add("documents", fields);
        if (document.flag("restricted")) {
            planter.authorizeGroup("documents", document, "Service Desk");
        }
        section(document, "Document::Heading", title, 1);
        section(
                document,
                "Document::Text",
                "<p>Applies to all sites. Last reviewed together with the customer's office manager.</p>"
                        + "<ol><li>Announce the work.</li><li>Do it.</li><li>Confirm with the requester.</li></ol>",
                2);
    }

    private void section(Row document, String type, String content, int sort) {
        ObjectNode fields = Json.object().put("document-id", Long.valueOf(document.id()));
        planter.add(
                "document-sections",
                fields.put("resource-type", type).put("content", content).put("sort", sort));
    }

    private void domain(Row organization) {
        List<Row> contacts = planter.of("contacts", organization);
        String mail = contacts.isEmpty()
                ? ""
                : contacts.get(0).get("contact-emails").path(0).path("value").asText();
        if (mail.isEmpty()) {
            return;
        }
        String name = mail.substring(mail.indexOf('@') + 1);
        String expires = World.BORN.plusSeconds(dice.number(20, 700) * 86_400L).toString();
        ObjectNode fields = Planter.of(organization).put("name", name).put("registrar-name", "Example Registrar");
        Row domain = planter.add("domains", fields.put("expires-on", expires.substring(0, 10)));
        planter.add("ssl-certificates", Planter.of(organization).put("name", "www." + name));
        ObjectNode expiration = Planter.on(Planter.of(organization), "domains", domain);
        expiration
                .put("resource-name", name)
                .put("resource-type-name", "Domain")
                .put("description", "Domain expires");
        planter.add("expirations", expiration.put("expiration-date", expires.substring(0, 10)));
    }

    private void ticket(Row organization) {
        List<Row> contacts = planter.of("contacts", organization);
        List<Row> machines = planter.of("configurations", organization);
        if (contacts.isEmpty() || machines.isEmpty()) {
            return;
        }
        ObjectNode fields = Planter.of(organization).put("name", dice.one(TICKETS));
        fields.put("remote-id", Integer.toString(dice.number(1000, 9999))).put("status", "New");
        fields.put("priority", dice.chance(50) ? "Medium" : "Low");
        fields.put("contact-id", Long.valueOf(contacts.get(0).id()));
        planter.add(
                "tickets",
                fields.put("configuration-id", Long.valueOf(machines.get(0).id())));
    }
}
