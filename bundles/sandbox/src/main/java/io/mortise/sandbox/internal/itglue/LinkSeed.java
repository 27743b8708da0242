package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.world.Dice;
import io.mortise.sandbox.internal.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Related items between machines, people, documents and passwords, and files on some of them. */
final class LinkSeed {
    private final Planter planter;
    private final Dice dice;

    LinkSeed(Planter planter, World world) {
        this.planter = planter;
        this.dice = new Dice(world, "links");
    }

    void plant() {
        for (Row organization : planter.organizations()) {
            List<Row> machines = planter.of("configurations", organization);
            List<Row> documents = planter.of("documents", organization);
            List<Row> passwords = planter.of("passwords", organization).stream()
                    .filter(row -> row.text("resource-id").isEmpty())
                    .toList();
            List<Row> contacts = planter.of("contacts", organization);
            machines.stream().limit(6).forEach(machine -> machine(machine, documents, passwords, contacts));
            contacts.stream().limit(3).forEach(contact -> {
                relate("contacts", contact, "documents", documents, "Keeps this up to date");
                file("contacts", contact, "signed-policy.pdf", "%PDF-1.4 acceptable use policy, signed");
            });
        }
    }

    private void machine(Row machine, List<Row> documents, List<Row> passwords, List<Row> contacts) {
        relate("configurations", machine, "documents", documents, null);
        relate("configurations", machine, "passwords", passwords, "Used by the service account");
        if (dice.chance(50)) {
            relate("configurations", machine, "contacts", contacts, "Call before a restart");
        }
        if (dice.chance(40)) {
            file("configurations", machine, "purchase-order.txt", "Ordered for " + machine.text("name") + "\n");
        }
    }

    private void relate(String type, Row source, String otherType, List<Row> others, String notes) {
        if (others.isEmpty()) {
            return;
        }
        ObjectNode item = Json.object().put("resource-type", type).put("resource-id", source.id());
        item.put("destination-type", otherType)
                .put("destination-id", dice.one(others).id());
        planter.add("related-items", item.put("notes", notes).put("via-copilot", false));
    }

    private void file(String type, Row owner, String name, String text) {
        String content = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        ObjectNode file = Json.object().put("file-name", name).put("content", content);
        planter.add("attachments", Attachments.fields(type, owner.id(), file));
    }
}
