package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.world.Dice;
import io.mortise.sandbox.internal.world.World;
import java.util.List;
import java.util.Locale;

/** Two kinds of flexible assets: how a customer is backed up and how it reaches the internet. */
final class FlexibleSeed {
    private final Planter planter;
    private final Dice dice;

    FlexibleSeed(Planter planter, World world) {
        this.planter = planter;
        this.dice = new Dice(world, "flexible-assets");
    }

    void plant() {
        Row backup = type("Backup", "hdd-o");
        field(backup, 1, "Backup Name", "Text", null);
        field(backup, 2, "Protected Servers", "Tag", "Configurations");
        field(backup, 3, "Retention Days", "Number", null);
        field(backup, 4, "Notes", "Textbox", null);
        Row line = type("Internet Line", "globe");
        field(line, 1, "Provider", "Text", null);
        field(line, 2, "Download Mbit", "Number", null);
        field(line, 3, "Support Contact", "Tag", "Contacts");
        for (Row organization : planter.organizations()) {
            backup(backup, organization);
            line(line, organization);
        }
    }

    private Row type(String name, String icon) {
        ObjectNode type = Planter.named(name).put("icon", icon).put("enabled", true);
        return planter.add("flexible-asset-types", type.put("show-in-menu", true));
    }

    private void field(Row type, int order, String name, String kind, String tag) {
        ObjectNode field = Planter.named(name).put("flexible-asset-type-id", Long.valueOf(type.id()));
        field.put("order", order).put("kind", kind).put("tag-type", tag).put("required", order == 1);
        field.put("decimals", kind.equals("Number") ? Integer.valueOf(0) : null);
        field.put("use-for-title", order == 1).put("show-in-list", order < 3).put("expiration", false);
        field.put("name-key", name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        planter.add("flexible-asset-fields", field);
    }

    private void backup(Row type, Row organization) {
        ObjectNode traits = Json.object().put("backup-name", "Nightly image backup");
        List<Row> machines = planter.of("configurations", organization);
        traits.set(
                "protected-servers",
                Json.array(machines.stream().limit(2).map(row -> Json.value(Long.valueOf(row.id())))));
        traits.put("retention-days", dice.one(List.of(30, 60, 90))).put("notes", "<p>Runs at 22:30.</p>");
        asset(type, organization, "Nightly image backup", traits);
    }

    private void line(Row type, Row organization) {
        String provider = dice.one(List.of("Northline Fiber", "Cascade Cable", "Summit Broadband"));
        ObjectNode traits = Json.object().put("provider", provider);
        traits.put("download-mbit", dice.one(List.of(100, 250, 500, 1000)));
        asset(type, organization, provider, traits);
    }

    private void asset(Row type, Row organization, String name, ObjectNode traits) {
        ObjectNode asset = Planter.of(organization).put("name", name);
        asset.put("flexible-asset-type-id", Long.valueOf(type.id()));
        asset.put("type-slug", type.text("name").toLowerCase(Locale.ROOT).replace(' ', '-'));
        asset.set("traits", traits);
        planter.add("flexible-assets", asset);
    }
}
