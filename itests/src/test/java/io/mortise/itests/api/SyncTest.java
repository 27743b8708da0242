package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes in one system, after the first sync has come to rest, and where they arrive. */
@ExtendWith(ProductExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(Lifecycle.PER_CLASS)
class SyncTest {
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration STILL = Duration.ofSeconds(20);
    /** Of what one test has moved; two passes and more. */
    private static final Duration SETTLED = Duration.ofSeconds(12);
    /** Some times the interval of 5 s that the sandbox's connections have. */
    private static final Duration ARRIVES = Duration.ofSeconds(60);
    /** What is gone is proven by whole passes before anything is deactivated. */
    private static final Duration PROVEN = Duration.ofMinutes(4);

    private final Http admin;
    private final Vendor itGlue;
    private final Vendor bms;
    private final Vendor vsa;
    private final Written written;
    private final Passes passes;
    private boolean hasRested;

    SyncTest(Product product) {
        admin = Hub.signedIn(product, "admin");
        itGlue = Vendor.itGlue(product);
        bms = Vendor.bms(product);
        vsa = Vendor.vsa(product);
        written = new Written(product);
        passes = new Passes(admin);
    }

    @BeforeEach
    void rest() {
        Until.is(passes::areOver, FIRST, passes::connections);
        Until.is(() -> made(bms, "hardwareassets") && made(itGlue, "configurations"), FIRST, written::counts);
        Until.quiet(written::counts, hasRested ? SETTLED : STILL, FIRST);
        hasRested = true;
        written.begin();
    }

    /** Between reading the last page and the first machine that is written all is quiet for a while, too. */
    private static boolean made(Vendor vendor, String type) {
        return vendor.writesAfter(0).stream()
                .anyMatch(write -> write.path("method").asText().equals("POST")
                        && write.path("type").asText().equals(type));
    }

    @Test
    @Order(1)
    void s05_a_second_full_run_writes_nothing_anywhere() {
        Instant asked = Instant.now();
        List.of("vsa", "bms", "itglue").forEach(passes::begin);
        Until.is(() -> passes.areSince(asked, "") && passes.areOver(), FIRST, passes::connections);

        assertThat(written.records()).isEmpty();
    }

    @Test
    @Order(2)
    void s10_a_new_agent_becomes_a_bms_asset_first_and_then_a_configuration() {
        Map<String, String> organization = linked("organizations", o -> true, "bms", "itglue", "vsa");
        String serial = "ITNEW" + System.nanoTime() % 1_000_000;
        vsa.create("agents", """
                {"ComputerName": "IT-%s", "OrgId": "%s", "SystemSerialNumber": "%s", "MacAddress": "8A-00-5E-10-20-30",
                 "Manufacturer": "LENOVO", "ProductName": "ThinkPad T14"}""".formatted(serial, organization.get("vsa"), serial));

        arrives(itGlue, "configurations", serial);
        JsonNode asset = only(bms.holding("hardwareassets", serial));
        JsonNode configuration = only(itGlue.holding("configurations", serial));
        assertThat(asset.path("fields").path("accountId").asText()).isEqualTo(organization.get("bms"));
        assertThat(configuration.path("fields").path("organization-id").asText())
                .isEqualTo(organization.get("itglue"));
        assertThat(asset.path("createdAt").asText())
                .isLessThanOrEqualTo(configuration.path("createdAt").asText());
        assertThat(written.records())
                .containsExactlyInAnyOrder(
                        "bms hardwareassets/" + asset.path("id").asText(),
                        "itglue configurations/" + configuration.path("id").asText());
    }

    @Test
    @Order(3)
    void s01_an_asset_added_in_bms_arrives_at_it_glue_and_only_there() {
        Map<String, String> organization = linked("organizations", o -> true, "bms", "itglue", "vsa");
        String serial = "ITBMS" + System.nanoTime() % 1_000_000;
        bms.create("hardwareassets", """
                {"name": "PRN-%s", "accountId": %s, "serialNumber": "%s"}""".formatted(serial, organization.get("bms"), serial));

        arrives(itGlue, "configurations", serial);
        JsonNode configuration = only(itGlue.holding("configurations", serial));
        assertThat(configuration.path("fields").path("organization-id").asText())
                .isEqualTo(organization.get("itglue"));
        assertThat(bms.holding("hardwareassets", serial)).hasSize(1);
        assertThat(written.records())
                .containsExactly(
                        "itglue configurations/" + configuration.path("id").asText());
    }

    @Test
    @Order(4)
    void s01_a_renamed_account_arrives_at_it_glue() {
        Map<String, String> organization = linked("organizations", o -> true, "bms", "itglue");
        String name = "Renamed Works " + System.nanoTime() % 1_000_000;
        bms.change("accounts", organization.get("bms"), "{\"accountName\":\"" + name + "\"}");

        becomes(
                itGlue,
                "organizations",
                organization.get("itglue"),
                fields -> fields.path("name").asText().equals(name));
        assertThat(admin.get("/api/organizations/" + organization.get("id"))
                        .body()
                        .path("fields")
                        .path("name")
                        .asText())
                .isEqualTo(name);
        assertThat(written.records()).containsExactly("itglue organizations/" + organization.get("itglue"));
    }

    @Test
    @Order(5)
    void s01_a_phone_changed_at_it_glue_arrives_at_bms() {
        Map<String, String> contact =
                linked("contacts", c -> c.path("fields").path("phones").size() == 1, "bms", "itglue");
        itGlue.change("contacts", contact.get("itglue"), """
                {"contact-phones": [{"value": "5552017788", "label-name": "Work", "primary": true, "label-type": "phone"}]}""");

        becomes(
                bms,
                "contacts",
                contact.get("bms"),
                fields ->
                        fields.path("phones").toString().replaceAll("\\D+", "").contains("5552017788"));
        assertThat(written.records()).containsExactly("bms contacts/" + contact.get("bms"));
    }

    @Test
    @Order(6)
    void s01_an_edit_here_arrives_in_both() {
        Map<String, String> contact = linked("contacts", c -> true, "bms", "itglue");
        String path = "/api/contacts/" + contact.get("id");
        String title = "Lead " + System.nanoTime() % 1_000_000;
        Reply saved = admin.with("If-Match", admin.get(path).etag().orElseThrow())
                .patch(path, "{\"fields\":{\"title\":\"" + title + "\"}}");
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        assertThat(saved.body().path("systems").size()).as(saved.toString()).isEqualTo(2);

        becomes(
                bms,
                "contacts",
                contact.get("bms"),
                fields -> fields.path("jobTitle").asText().equals(title));
        becomes(
                itGlue,
                "contacts",
                contact.get("itglue"),
                fields -> fields.path("title").asText().equals(title));
        assertThat(written.records())
                .containsExactlyInAnyOrder(
                        "bms contacts/" + contact.get("bms"), "itglue contacts/" + contact.get("itglue"));
    }

    @Test
    @Order(7)
    void s09_a_machine_deleted_in_vsa_is_kept_and_deactivated_everywhere() {
        Map<String, String> machine = linked("configurations", SyncTest::isInUse, "vsa", "bms", "itglue");
        vsa.delete("agents", machine.get("vsa"));

        deactivated(machine);
        becomes(
                bms,
                "hardwareassets",
                machine.get("bms"),
                fields -> !fields.path("isActive").asBoolean(true));
        becomes(
                itGlue,
                "configurations",
                machine.get("itglue"),
                fields -> fields.path("archived").asBoolean());
        assertThat(written.records())
                .containsExactlyInAnyOrder(
                        "bms hardwareassets/" + machine.get("bms"), "itglue configurations/" + machine.get("itglue"));
    }

    @Test
    @Order(8)
    void s09_an_asset_deleted_in_bms_is_kept_and_deactivated_everywhere() {
        Map<String, String> asset = linked("configurations", SyncTest::isInUse, "bms", "itglue");
        bms.delete("hardwareassets", asset.get("bms"));

        deactivated(asset);
        becomes(
                itGlue,
                "configurations",
                asset.get("itglue"),
                fields -> fields.path("archived").asBoolean());
        assertThat(written.records()).containsExactly("itglue configurations/" + asset.get("itglue"));
    }

    @Test
    @Order(9)
    void s01_a_contact_made_here_arrives_in_both() {
        Map<String, String> like = linked("contacts", c -> complete(c.path("fields")), "bms", "itglue");
        JsonNode fields = admin.get("/api/contacts/" + like.get("id")).body().path("fields");
        String name = "Newcomer" + System.nanoTime() % 1_000_000;
        String body = """
                {"fields": {"firstName": "Nora", "lastName": "%s", "organization": %s, "location": %s,
                 "phones": [{"value": "5035550177", "label": "Work"}], "primaryPhone": "5035550177",
                 "emails": [{"value": "nora@x.example", "label": "Work"}], "primaryEmail": "nora@x.example"}}""".formatted(name, fields.path("organization"), fields.path("location"));
        Reply made = admin.post("/api/contacts", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(200);

        arrives(bms, "contacts", name);
        arrives(itGlue, "contacts", name);
        String there = only(bms.holding("contacts", name)).path("id").asText();
        String documented = only(itGlue.holding("contacts", name)).path("id").asText();
        assertThat(written.records())
                .containsExactlyInAnyOrder("bms contacts/" + there, "itglue contacts/" + documented);
    }

    private static boolean complete(JsonNode fields) {
        return fields.path("organization").isObject() && fields.path("location").isObject();
    }

    private static boolean isInUse(JsonNode machine) {
        return machine.path("lifecycle").asText().equals("ACTIVE");
    }

    private void deactivated(Map<String, String> machine) {
        String path = "/api/configurations/" + machine.get("id");
        Until.is(
                () -> admin.get(path).body().path("lifecycle").asText().equals("DEACTIVATED"),
                PROVEN,
                () -> admin.get(path));
    }

    private static void arrives(Vendor vendor, String type, String word) {
        Until.is(() -> !vendor.holding(type, word).isEmpty(), ARRIVES, () -> type + " with " + word);
    }

    private static void becomes(Vendor vendor, String type, String id, Predicate<JsonNode> wanted) {
        Until.is(
                () -> wanted.test(vendor.record(type, id).path("fields")),
                ARRIVES,
                () -> vendor.record(type, id).path("fields"));
    }

    private static JsonNode only(List<JsonNode> records) {
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    /** The ids, by connection, of some record that is in sync in exactly these systems; under "id" ours. */
    private Map<String, String> linked(String type, Predicate<JsonNode> wanted, String... connections) {
        for (JsonNode item : Hub.all(admin, "/api/" + type, 200)) {
            Reply reply = admin.get("/api/" + type + "/" + item.path("id").asText());
            Map<String, String> ids = synced(reply.body());
            if (ids.keySet().equals(java.util.Set.of(connections)) && wanted.test(reply.body())) {
                ids.put("id", item.path("id").asText());
                return ids;
            }
        }
        throw new AssertionError("None of the " + type + " is in sync in " + List.of(connections));
    }

    private static Map<String, String> synced(JsonNode record) {
        Map<String, String> ids = new HashMap<>();
        for (JsonNode link : record.path("links")) {
            if (link.path("state").asText().equals("synced"))
                ids.put(
                        link.path("connection").asText(),
                        link.path("externalId").asText());
        }
        return ids;
    }
}
