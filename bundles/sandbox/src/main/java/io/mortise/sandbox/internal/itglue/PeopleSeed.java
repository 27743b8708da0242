package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.world.Crew;
import io.mortise.sandbox.internal.world.World;
import java.time.Duration;
import java.util.List;

/** One user of every role, one without any organization, some more, and their groups. */
final class PeopleSeed {
    private static final int MANAGED_ORGANIZATIONS = 8;
    private static final int LITE_ORGANIZATIONS = 3;

    private final Planter planter;

    PeopleSeed(Planter planter) {
        this.planter = planter;
    }

    void plant() {
        List<Row> all = planter.organizations();
        user("admin", "Administrator", true, List.of());
        user("manager", "Manager", false, some(all, MANAGED_ORGANIZATIONS));
        user("tech", "Editor", true, List.of());
        user("dispatcher", "Creator", true, List.of());
        user("reader", "Read-only", true, List.of());
        user("lite", "Lite", false, some(all, LITE_ORGANIZATIONS));
        user("outsider", "Editor", false, List.of());
        user("praman", "Editor", true, List.of());
        user("jweber", "Creator", true, List.of());
        user("iroy", "Read-only", true, List.of());
        group("Service Desk", List.of("tech", "dispatcher"), List.of());
        group("Account Management", List.of("manager"), List.of());
        group("Contractors", List.of(), List.of("passwords", "ssl-certificates"));
        metrics();
    }

    private static List<Row> some(List<Row> all, int count) {
        return all.subList(0, Math.min(count, all.size()));
    }

    private void user(String name, String role, boolean everywhere, List<Row> some) {
        Crew.Member member = Crew.of(name);
        ObjectNode user =
                Planter.named(member.name()).put("first-name", member.first()).put("last-name", member.last());
        user.put("role-name", role).put("email", member.email()).put("password", "sandbox");
        user.put("reputation", 40).put("my-glue", false).put("all-organizations", everywhere);
        user.put("invitation-sent-at", time(400)).put("invitation-accepted-at", time(399));
        user.put("last-sign-in-at", time(1)).put("last-sign-in-ip", "127.0.0.1");
        user.set("organization-access", ids(some));
        planter.add("users", user);
    }

    private static String time(int daysAgo) {
        return Attributes.time(World.BORN.minus(Duration.ofDays(daysAgo)));
    }

    private static ArrayNode ids(List<Row> rows) {
        return Json.array(rows.stream().map(row -> Json.value(Long.valueOf(row.id()))));
    }

    private void group(String name, List<String> members, List<String> denied) {
        ObjectNode group = Planter.named(name).put("my-glue", false).put("hide-from-my-glue", false);
        group.set("accounts-user-ids", ids(members.stream().map(planter::user).toList()));
        group.putArray("organization-access");
        group.set("denied-types", Json.value(denied));
        planter.add("groups", group);
    }

    private void metrics() {
        Row organization = planter.organizations().get(0);
        for (int day = 1; day <= 10; day++) {
            ObjectNode metric = Planter.of(organization).put("resource-type", "Configuration");
            metric.put("user-id", Long.valueOf(planter.user("tech").id()));
            metric.put("created", day % 2)
                    .put("viewed", 3 * day)
                    .put("edited", day)
                    .put("deleted", 0);
            planter.add("user-metrics", metric.put("date", time(day).substring(0, 10)));
        }
    }
}
