package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.world.Dice;
import io.mortise.sandbox.internal.world.World;
import java.util.List;
import java.util.Set;

/** General passwords in folders and categories, and passwords embedded in machines and contacts. */
final class PasswordSeed {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!#%+-";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final List<String> CATEGORIES =
            List.of("Administrative", "Network Device", "Application", "Cloud Management", "Email Account", "Other");

    private record General(String name, String user, String category, String url) {}

    private static final List<General> GENERAL = List.of(
            new General("Microsoft 365 Global Admin", "admin@", "Cloud Management", "https://portal.office.com"),
            new General("Domain Administrator", "Administrator", "Administrative", null),
            new General("Backup Appliance", "backupadmin", "Administrative", "https://backup.internal.example"),
            new General("ISP Customer Portal", "billing@", "Other", "https://my.isp.example"),
            new General("Line of Business Application", "svc_lob", "Application", null),
            new General("Guest Wi-Fi", "guest", "Network Device", null));

    private final Planter planter;
    private final Dice dice;

    PasswordSeed(Planter planter, World world) {
        this.planter = planter;
        this.dice = new Dice(world, "passwords");
    }

    void plant() {
        CATEGORIES.forEach(name -> planter.add("password-categories", Planter.named(name)));
        planter.organizations().forEach(this::organization);
        if (planter.store().table("passwords").stream().noneMatch(row -> row.flag("restricted"))) {
            restrict(planter.store().table("passwords").stream().findFirst().orElseThrow());
        }
    }

    private void organization(Row organization) {
        Row folder = planter.add("password-folders", Planter.of(organization).put("name", "Infrastructure"));
        ObjectNode inner = Planter.of(organization).put("name", "Cloud").put("parent-id", Long.valueOf(folder.id()));
        planter.add("password-folders", inner);
        for (General general : GENERAL) {
            if (dice.chance(60)) {
                general(organization, folder, general);
            }
        }
        for (Row configuration : planter.of("configurations", organization)) {
            configuration(organization, configuration);
        }
        for (Row contact : planter.of("contacts", organization)) {
            if (dice.chance(8)) {
                ObjectNode mail = password(organization, contact.text("name") + " mailbox", "Email Account");
                planter.add("passwords", Planter.on(mail, "contacts", contact));
            }
        }
    }

    private void general(Row organization, Row folder, General general) {
        String domain = organization.text("short-name").toLowerCase(java.util.Locale.ROOT) + ".example";
        ObjectNode fields = password(organization, general.name(), general.category());
        fields.put("username", general.user().endsWith("@") ? general.user() + domain : general.user());
        fields.put("url", general.url());
        if (dice.chance(50)) {
            fields.put("password-folder-id", Long.valueOf(folder.id()));
        }
        if (general.category().equals("Cloud Management") && dice.chance(60)) {
            fields.put("otp-secret", dice.characters(BASE32, 16));
        }
        if (dice.chance(4)) {
            fields.put("vault-id", dice.number(1, 9)).put("password", "vault:" + dice.characters(LETTERS, 40));
        }
        Row row = planter.add("passwords", fields);
        if (dice.chance(6)) {
            restrict(row);
        }
    }

    private void restrict(Row row) {
        planter.store()
                .insert(
                        "passwords",
                        row.id(),
                        row.fields().deepCopy().put("restricted", true),
                        row.createdAt(),
                        row.updatedAt());
        planter.authorize("passwords", row, planter.user("tech"));
    }

    private void configuration(Row organization, Row configuration) {
        String kind = planter.store()
                .table("configuration-types")
                .find(configuration.text("configuration-type-id"))
                .map(type -> type.text("kind"))
                .orElse("");
        boolean device = Set.of("server", "firewall", "switch").contains(kind);
        if (!device || !dice.chance(60)) {
            return;
        }
        String name = kind.equals("server") ? "Local administrator" : "Web console";
        ObjectNode fields = password(organization, name, kind.equals("server") ? "Administrative" : "Network Device");
        fields.put("username", kind.equals("server") ? ".\\Administrator" : "admin");
        fields.put("url", kind.equals("server") ? null : "https://" + configuration.text("primary-ip"));
        planter.add("passwords", Planter.on(fields, "configurations", configuration));
    }

    private ObjectNode password(Row organization, String name, String category) {
        long id = planter.store().table("password-categories").stream()
                .filter(row -> row.text("name").equals(category))
                .mapToLong(row -> Long.parseLong(row.id()))
                .findFirst()
                .orElseThrow();
        ObjectNode fields = Planter.of(organization).put("name", name).put("password-category-id", id);
        fields.put("password", dice.characters(LETTERS, dice.number(12, 20)));
        fields.put("updated-by", "Dana Whitfield").put("updated-by-type", "User");
        fields.put("password-updated-at", Attributes.time(World.BORN.minusSeconds(dice.number(1, 400) * 86_400L)));
        fields.put("personal", false).put("rotation-permitted", false).put("is-live", true);
        return fields.put("shareable", true);
    }
}
