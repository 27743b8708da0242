package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ok;
import static io.mortise.itests.desk.ServiceDesk.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Views that everybody has: kept in order by admins, and telling nobody of customers whom they don't see. */
@ExtendWith(DeskExtension.class)
class SharedViewsTest {
    private final ServiceDesk desk;

    SharedViewsTest(ServiceDesk desk) {
        this.desk = desk;
    }

    private String shared(String name, Map<String, String> filters) {
        Map<String, Object> wish = Map.of("name", name, "shared", true, "filters", filters);
        return ok(desk.tech().post("/api/ticket-views", Http.json(wish)))
                .body()
                .path("id")
                .asText();
    }

    private void removed(String... ids) {
        for (String id : ids)
            assertThat(desk.admin().delete("/api/ticket-views/" + id).status()).isEqualTo(204);
    }

    private static JsonNode of(Http who, String id) {
        for (JsonNode view : ok(who.get("/api/ticket-views")).items())
            if (view.path("id").asText().equals(id)) return view;
        throw new AssertionError("no view " + id);
    }

    private static List<String> ids(Http who) {
        return ok(who.get("/api/ticket-views")).items().findValuesAsText("id");
    }

    @Test
    void f078_admins_put_shared_views_in_order_and_everybody_has_them_so() {
        String a = shared(unique("A "), Map.of("state", "open", "priority", "Critical"));
        String b = shared(unique("B "), Map.of("state", "closed", "assignee", "me"));
        JsonNode all = ok(desk.admin().get("/api/ticket-views/shared")).body();
        assertThat(all.path("items").findValuesAsText("id")).containsSubsequence(a, b);
        JsonNode first = of(desk.admin(), a);
        assertThat(first.path("by").asText()).isEqualTo("Theo Lindgren");
        assertThat(first.at("/words/priority").asText()).isEqualTo("Critical");
        assertThat(of(desk.reader(), b).at("/words/assignee").asText()).isEqualTo("Me");
        long version = all.path("version").asLong();
        String order = Http.json(Map.of("ids", List.of(b, a)));
        assertThat(desk.tech().put("/api/ticket-views/shared", version, order).status())
                .isEqualTo(403);
        ok(desk.admin().put("/api/ticket-views/shared", version, order));
        assertThat(desk.admin().put("/api/ticket-views/shared", version, order).status())
                .as("somebody was faster")
                .isEqualTo(409);
        assertThat(ids(desk.reader())).containsSubsequence("all-open", b, a);
        Reply renamed = desk.admin()
                .put(
                        "/api/ticket-views/" + b,
                        of(desk.admin(), b).path("version").asLong(),
                        Http.json(Map.of("name", "Mine that are done", "filters", Map.of("state", "closed"))));
        assertThat(ok(renamed).body().path("by").asText())
                .as("it stays its maker's")
                .isEqualTo("Theo Lindgren");
        removed(a, b);
    }

    @Test
    void f078_a_shared_view_that_was_removed_is_taken_back_as_it_was() {
        String id = shared(unique("Back "), Map.of("q", "printer"));
        JsonNode before = of(desk.reader(), id);
        removed(id);
        assertThat(ids(desk.reader())).doesNotContain(id);
        assertThat(desk.reader()
                        .post("/api/ticket-views/" + id + "/restore", "")
                        .status())
                .isEqualTo(404);
        ok(desk.admin().post("/api/ticket-views/" + id + "/restore", ""));
        JsonNode after = of(desk.reader(), id);
        for (String same : List.of("name", "by", "filters", "sort", "columns"))
            assertThat(after.path(same)).as(same).isEqualTo(before.path(same));
        assertThat(desk.admin().post("/api/ticket-views/" + id + "/restore", "").status())
                .as("once")
                .isEqualTo(404);
        removed(id);
    }

    @Test
    void f074_a_shared_view_names_no_customer_to_those_who_may_not_see_that_ones_tickets() {
        Http lite = Hub.signedIn(desk.product(), "lite");
        Set<String> theirs = new HashSet<>();
        for (JsonNode ticket : Hub.all(lite, "/api/tickets?state=all&sort=number", 200))
            theirs.add(ticket.at("/fields/organization/id").asText());
        JsonNode other = new ArrayList<>(Hub.all(desk.admin(), "/api/tickets?state=all&sort=number", 200))
                .stream()
                        .filter(ticket -> ticket.at("/fields/contact").isObject())
                        .filter(ticket -> !theirs.contains(
                                ticket.at("/fields/organization/id").asText()))
                        .findFirst()
                        .orElseThrow();
        String customer = other.at("/fields/organization/id").asText();
        String contact = other.at("/fields/contact/id").asText();
        String own = theirs.iterator().next();
        String id = shared(unique("Ours "), Map.of("organization", own + "," + customer, "contact", contact));
        JsonNode seen = of(desk.tech(), id).path("words");
        assertThat(seen.path("organization").asText())
                .contains(other.at("/names/" + customer).asText());
        assertThat(seen.path("contact").asText())
                .isEqualTo(other.at("/names/" + contact).asText());
        JsonNode hidden = of(lite, id).path("words");
        assertThat(hidden.path("organization").asText())
                .contains("a customer you can't see")
                .doesNotStartWith("a customer you can't see")
                .doesNotContain(other.at("/names/" + customer).asText());
        assertThat(hidden.path("contact").asText()).isEqualTo("a contact you can't see");
        removed(id);
    }
}
