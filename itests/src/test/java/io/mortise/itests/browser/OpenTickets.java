package io.mortise.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.mortise.itests.Product;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import io.mortise.itests.api.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tickets of the sandbox for tests to work on, each test with its own, and the people who look at them. */
final class OpenTickets {
    private static final Duration FIRST_SYNC = Duration.ofMinutes(3);
    /** Right after the start, while much is read for the first time. */
    private static final LocatorAssertions.IsVisibleOptions STARTING =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    /** Behind those that tests ask for by their places. */
    private static final int AFTER_ALL = 30;

    private static final int OTHERS = 8;

    private final Product product;
    private final Browser browser;
    private final Http admin;

    OpenTickets(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
        this.admin = Hub.signedIn(product, "admin");
    }

    /** Somebody who has signed in. */
    Visit visit(String user) {
        return Visit.to(browser, product.base()).signIn(user);
    }

    /** Somebody at a ticket's page, as soon as it is known whose tickets that person sees. */
    Visit at(String user, JsonNode ticket) {
        Http person = Hub.signedIn(product, user);
        Until.is(
                () -> person.get("/api/tickets/" + id(ticket)).status() == 200,
                FIRST_SYNC,
                () -> person.get("/api/tickets/" + id(ticket)));
        Visit visit = visit(user);
        visit.page.navigate("/tickets/" + id(ticket));
        assertThat(visit.heading("Description")).isVisible(STARTING);
        return visit;
    }

    /** @param from how many to pass over, so that tests don't meet */
    List<JsonNode> some(int from, int many) {
        List<JsonNode> found = new ArrayList<>();
        Until.is(this::isClosedKnown, FIRST_SYNC, () -> admin.get("/api/tickets/options/status"));
        Until.is(
                () -> {
                    found.clear();
                    for (JsonNode item : admin.get("/api/tickets?state=open&sort=number&limit=200")
                            .items()) if (isWorkable(item)) found.add(item);
                    return found.size() >= from + many;
                },
                FIRST_SYNC,
                () -> "open tickets of the sandbox: " + found.size());
        return List.copyOf(found.subList(from, from + many));
    }

    /** One that can be changed: that the PSA has locked it only the whole ticket tells, which may not have been read yet. */
    JsonNode one(int from) {
        for (int more = 0; more < OTHERS; more++) {
            JsonNode ticket = some(more == 0 ? from : AFTER_ALL + more, 1).get(0);
            Reply whole = admin.post("/api/tickets/" + id(ticket) + "/refresh", "");
            if (whole.body().at("/can/edit").asBoolean()) return ticket;
        }
        throw new AssertionError("no ticket that can be changed");
    }

    /** A new one of a customer. */
    JsonNode of(String organization, String title) {
        some(0, 1);
        Map<String, Object> fields =
                Map.of("title", title, "organization", Map.of("type", "organization", "id", organization));
        Reply made = admin.post("/api/tickets", Http.json(Map.of("fields", fields)));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        return read(made.body().path("id").asText());
    }

    /** The same, once the PSA has it and lets nobody change it any more. */
    JsonNode locked(String organization, String title) {
        JsonNode ticket = of(organization, title);
        Until.is(() -> !there(ticket).isEmpty(), FIRST_SYNC, () -> read(id(ticket)));
        Vendor.bms(product).change("tickets", there(ticket), "{\"isReadOnly\":true}");
        Until.is(
                () -> !admin.post("/api/tickets/" + id(ticket) + "/refresh", "")
                        .body()
                        .at("/can/edit")
                        .asBoolean(true),
                FIRST_SYNC,
                () -> read(id(ticket)));
        return read(id(ticket));
    }

    /** Before the list of statuses has been read, each counts as one of open tickets. */
    private boolean isClosedKnown() {
        for (JsonNode status :
                admin.get("/api/tickets/options/status?limit=200").items())
            if (status.path("closed").asBoolean()) return true;
        return false;
    }

    private static boolean isWorkable(JsonNode ticket) {
        JsonNode fields = ticket.path("fields");
        return !fields.path("isReadOnly").asBoolean() && fields.has("contact");
    }

    /** One that this RMM has made. */
    JsonNode ofRmm(String rmm) {
        List<JsonNode> found = new ArrayList<>();
        Until.is(
                () -> {
                    for (JsonNode item : admin.get("/api/tickets?state=all&limit=200&q=Low+disk")
                            .items()) if (item.at("/fields/rmmType").asText().equals(rmm)) found.add(item);
                    return !found.isEmpty();
                },
                FIRST_SYNC,
                () -> "a ticket of " + rmm);
        return found.get(0);
    }

    /** One of a machine that has raised its alarm several times. */
    JsonNode withAlarms() {
        List<JsonNode> found = new ArrayList<>();
        Until.is(
                () -> {
                    for (JsonNode item : list("/api/tickets?state=all&limit=60&q=Low+disk"))
                        if (!list("/api/tickets/" + id(item) + "/alerts").isEmpty()) found.add(item);
                    return !found.isEmpty();
                },
                FIRST_SYNC,
                () -> "a ticket with several alarms");
        return found.get(0);
    }

    /** One whose contact has other open tickets, and closed ones. */
    JsonNode ofBusyContact() {
        for (JsonNode ticket : some(0, 20))
            if (last(ticket, "open", "openDate").length > 1 && last(ticket, "closed", "completedAt").length > 1)
                return ticket;
        throw new AssertionError("no contact with several tickets");
    }

    /** Titles of the last five of its contact, the latest first. */
    String[] last(JsonNode ticket, String state, String moment) {
        String contact = ticket.at("/fields/contact/id").asText();
        return list("/api/tickets?limit=200&state=" + state + "&contact=" + contact).stream()
                .sorted(Comparator.comparing((JsonNode one) ->
                                Instant.parse(one.path("fields").path(moment).asText()))
                        .reversed())
                .limit(5)
                .map(OpenTickets::title)
                .toArray(String[]::new);
    }

    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        admin.get(path).items().forEach(items::add);
        return items;
    }

    /** The first that the filter lets through. */
    JsonNode first(String query) {
        Until.is(
                () -> admin.get("/api/tickets?limit=1&" + query)
                        .items()
                        .iterator()
                        .hasNext(),
                FIRST_SYNC,
                () -> "a ticket with " + query);
        return admin.get("/api/tickets?limit=1&" + query).items().iterator().next();
    }

    JsonNode read(String id) {
        return admin.get("/api/tickets/" + id).body();
    }

    /** BMS's id of a ticket. */
    String there(JsonNode ticket) {
        for (JsonNode link : read(id(ticket)).path("links"))
            if (link.path("connection").asText().equals("bms"))
                return link.path("externalId").asText();
        throw new AssertionError("it isn't at BMS");
    }

    /** Somebody else does it, at the version of this moment. */
    void edit(String id, Map<String, Object> fields) {
        Reply reply = admin.with("If-Match", "\"" + read(id).path("version").asLong() + "\"")
                .patch("/api/tickets/" + id, Http.json(Map.of("fields", fields)));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    /** @return its id */
    String macro(String name, String text, String status) {
        Reply reply = admin.post("/api/note-macros", Http.json(Map.of("name", name, "text", text, "status", status)));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.body().path("id").asText();
    }

    void removeMacro(String id) {
        assertThat(admin.delete("/api/note-macros/" + id).status()).isEqualTo(204);
    }

    /** Somebody has worked a quarter of an hour, long ago, so that no other time of that person is in its way. */
    void log(String user, JsonNode ticket, String note) {
        Map<String, Object> log = Map.of(
                "date",
                LocalDate.of(2020, 1, 1).plusDays(System.nanoTime() % 1_000).toString(),
                "start",
                "09:00",
                "end",
                "09:15",
                "workType",
                option("workType"),
                "role",
                option("role"),
                "notes",
                note);
        Reply reply = Hub.signedIn(product, user).post("/api/tickets/" + id(ticket) + "/time-logs", Http.json(log));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    private Map<String, String> option(String list) {
        JsonNode first =
                admin.get("/api/time-logs/options/" + list).items().iterator().next();
        return Map.of(
                "key", first.path("key").asText(), "label", first.path("label").asText());
    }

    Iterable<JsonNode> below(String id, String what) {
        return admin.get("/api/tickets/" + id + "/" + what).items();
    }

    static String id(JsonNode ticket) {
        return ticket.path("id").asText();
    }

    static String title(JsonNode ticket) {
        return ticket.path("fields").path("title").asText();
    }

    static String number(JsonNode ticket) {
        return ticket.path("fields").path("number").asText();
    }
}
