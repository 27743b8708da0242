package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the API says to right and wrong questions, and that wrong ones change nothing. */
@ExtendWith(ProductExtension.class)
class AnswersTest {
    private static final String ORGANIZATIONS = "/api/organizations";

    private final Http stranger;
    private final Http admin;
    private final Http reader;
    private String path;
    private JsonNode before;

    AnswersTest(Product product) {
        stranger = Hub.stranger(product);
        admin = Hub.signedIn(product, "admin");
        reader = Hub.signedIn(product, "reader");
    }

    @BeforeEach
    void someOrganization() {
        Until.is(() -> admin.get(ORGANIZATIONS).items().size() > 0, Duration.ofMinutes(2), () -> "an organization");
        path = ORGANIZATIONS + "/"
                + admin.get(ORGANIZATIONS).items().path(0).path("id").asText();
        before = fields();
    }

    private JsonNode fields() {
        return admin.get(path).body().path("fields");
    }

    private void refused(Reply reply, int status, String... words) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.type()).startsWith("application/problem+json");
        assertThat(reply.detail()).isNotBlank();
        for (String word : words) assertThat(reply.body().toString()).contains(word);
        assertThat(fields()).isEqualTo(before);
    }

    private String etag() {
        return admin.get(path).etag().orElseThrow();
    }

    private static String name(String value) {
        return "{\"fields\":{\"description\":\"" + value + "\"}}";
    }

    @Test
    void s09_a_wrong_password_and_an_unknown_user_get_the_same_answer() {
        Reply wrong = stranger.post("/api/session", "{\"user\":\"tech\",\"password\":\"nonsense\"}");
        Reply unknown = stranger.post("/api/session", "{\"user\":\"nobody\",\"password\":\"nonsense\"}");

        refused(wrong, wrong.status(), "password");
        assertThat(wrong.status()).isIn(401, 403);
        assertThat(unknown).hasToString(wrong.toString());
    }

    @Test
    void who_is_signed_in_is_told_with_rights_and_without_sign_in_nothing_is() {
        Reply session = admin.get("/api/session");
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.body().path("roles").toString()).isEqualTo("[\"admin\"]");
        assertThat(session.body().path("rights").toString()).contains("modules.manage");

        refused(stranger.get(path), 401);
    }

    @Test
    void a_write_without_the_csrf_token_is_refused() {
        refused(admin.without("X-CSRF-Token").with("If-Match", etag()).patch(path, name("x")), 403, "X-CSRF-Token");
        refused(admin.with("X-CSRF-Token", "guessed").with("If-Match", etag()).patch(path, name("x")), 403);
    }

    @Test
    void a_bearer_token_works_without_cookie_and_csrf_until_it_is_ended() {
        Reply made = admin.post("/api/tokens", "{\"name\":\"test\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        Http script = stranger.with(
                "Authorization", "Bearer " + made.body().path("secret").asText());

        assertThat(script.get(path).status()).isEqualTo(200);
        String id = made.body().path("token").path("id").asText();
        refused(script.post("/api/tokens", "{\"name\":\"of a token\"}"), 403);
        assertThat(admin.delete("/api/tokens/" + id).status()).isEqualTo(204);
        refused(script.get(path), 401);
    }

    @Test
    void pages_bring_every_organization_exactly_once() {
        JsonNode count = admin.get(ORGANIZATIONS + "/count").body();
        List<String> ids = Hub.all(admin, ORGANIZATIONS, 7).stream()
                .map(item -> item.path("id").asText())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(count.path("count").asInt());
        assertThat(ids)
                .containsExactlyElementsOf(Hub.all(admin, ORGANIZATIONS, 200).stream()
                        .map(item -> item.path("id").asText())
                        .toList());
    }

    @Test
    void f149_unknown_addresses_types_and_bodies_are_named() {
        refused(admin.get(ORGANIZATIONS + "/0"), 404);
        refused(admin.get("/api/nonsense"), 404, "openapi");
        refused(admin.delete(path), 405);
        refused(
                admin.with("Content-Type", "text/plain")
                        .with("If-Match", etag())
                        .send("PATCH", path, new byte[] {'x'}),
                415);
        refused(admin.get(ORGANIZATIONS + "?limit=0"), 422, "limit");
    }

    @Test
    void f149_a_made_up_place_in_a_list_is_named() {
        for (String list : List.of(ORGANIZATIONS, path + "/journal", "/api/sync/runs", "/api/sync/questions"))
            for (String place : List.of("abc", "0", "9999999999999999999"))
                refused(admin.get(list + "?after=" + place), 422, "after", "next");
        refused(admin.post("/api/sync/questions/abc/answer", "{\"answer\":\"create\"}"), 404);
        refused(admin.post("/api/sync/questions/12/answer", "{\"answer\":\"maybe\"}"), 422, "answer", "retry");
    }

    @Test
    void f149_an_address_of_nothing_is_not_found_however_odd() {
        for (String id : List.of("abc", "-1", "0", "9999999999999999999", "%20x", "a".repeat(2000))) {
            refused(admin.get(ORGANIZATIONS + "/" + id), 404);
            refused(admin.get(ORGANIZATIONS + "/" + id + "/journal"), 404);
            refused(admin.with("If-Match", "\"1\"").patch(ORGANIZATIONS + "/" + id, name("x")), 404);
            refused(admin.delete("/api/tokens/" + id), 404);
            refused(admin.delete("/api/modules/" + id), 404);
            refused(admin.post("/api/modules/" + id + "/stop", ""), 404);
            refused(admin.post("/api/sync/connections/" + id + "/run", ""), 404);
            refused(admin.post("/api/sync/questions/" + id + "/answer", "{\"answer\":\"create\"}"), 404);
            assertThat(admin.get("/api/contacts?organization=" + id).items()).isEmpty();
            assertThat(admin.get(ORGANIZATIONS + "?q=" + id).status()).isEqualTo(200);
        }
        refused(admin.post("/api/tokens", "{\"name\":\"x\",\"lasts\":\"P99999999999999999999D\"}"), 422, "lasts");
        refused(admin.post("/api/tokens", "{\"name\":\"x\",\"lasts\":\"P36500D\"}"), 422, "lasts");
    }

    @Test
    void a_list_is_sorted_by_name_and_by_last_change_and_by_nothing_else() {
        List<String> up = ids(ORGANIZATIONS + "?sort=name&limit=200");
        List<String> down = ids(ORGANIZATIONS + "?sort=-name&limit=200");
        Collections.reverse(down);
        up.retainAll(down); // the first sync may still bring some
        down.retainAll(up);
        assertThat(up).isEqualTo(down).hasSizeGreaterThan(1);
        assertThat(admin.get(ORGANIZATIONS + "?sort=-updated&limit=200").items().findValuesAsText("changedAt"))
                .isSortedAccordingTo(Comparator.comparing((String time) -> Instant.parse(time))
                        .reversed());
        refused(admin.get(ORGANIZATIONS + "?sort=website"), 422, "sort", "name or updated");
    }

    private List<String> ids(String list) {
        List<String> ids = new ArrayList<>();
        admin.get(list).items().forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    @Test
    void f149_an_unknown_field_is_named() {
        refused(
                admin.with("If-Match", etag()).patch(path, "{\"fields\":{\"descripton\":\"x\"}}"),
                422,
                "descripton",
                "description");
    }

    @Test
    void r03_a_stale_version_shows_both_values() {
        String seen = etag();
        Reply first = admin.with("If-Match", seen).patch(path, name("first " + System.nanoTime()));
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        before = fields();

        Reply second = admin.with("If-Match", seen).patch(path, name("second"));
        refused(second, 409, before.path("description").asText());
        assertThat(second.body().toString()).contains("second");
    }

    @Test
    void a_choice_is_one_of_the_systems_lists_and_is_kept_by_its_word() {
        Reply choices = reader.get(ORGANIZATIONS + "/choices/status");
        assertThat(choices.status()).as(choices.toString()).isEqualTo(200);
        List<String> labels = choices.items().findValuesAsText("label");
        assertThat(labels)
                .contains("Active", "Inactive")
                .doesNotHaveDuplicates()
                .isSorted();

        refused(reader.get(ORGANIZATIONS + "/choices/name"), 422, "isn't chosen from a list", "status");
        refused(reader.get(ORGANIZATIONS + "/choices/statu"), 404, "statu", "status");
        refused(stranger.get(ORGANIZATIONS + "/choices/status"), 401);
        refused(
                admin.with("If-Match", etag()).patch(path, "{\"fields\":{\"status\":{\"key\":\"active\"}}}"),
                422,
                "label");
        Reply kept = admin.with("If-Match", etag())
                .patch(path, "{\"fields\":{\"status\":{\"key\":\"77\",\"label\":\"Inactive\"}}}");
        assertThat(kept.body().path("fields").path("status").path("key").asText())
                .as(kept.toString())
                .isEqualTo("inactive");
    }

    @Test
    void half_a_phone_number_is_refused() {
        String contacts = "/api/contacts";
        Until.is(() -> admin.get(contacts).items().size() > 0, Duration.ofMinutes(2), () -> "a contact");
        String contact =
                contacts + "/" + admin.get(contacts).items().path(0).path("id").asText();
        Http edit = admin.with("If-Match", admin.get(contact).etag().orElseThrow());
        refused(
                edit.patch(contact, "{\"fields\":{\"phones\":[{\"value\":\"5551234567\"}]}}"),
                422,
                "phones",
                "labelled");
    }

    @Test
    void a_write_without_a_version_is_refused() {
        refused(admin.patch(path, name("x")), 428, "If-Match");
        refused(admin.with("If-Match", "*").patch(path, name("x")), 400, "If-Match");
    }

    @Test
    void s09_a_readers_edit_is_refused() {
        refused(reader.with("If-Match", etag()).patch(path, name("x")), 403, "organization.edit");
        refused(reader.post("/api/modules/io.mortise.crm/stop", ""), 403, "modules.manage");
        refused(reader.post("/api/sync/connections/bms/run", ""), 403, "sync.run");
    }

    @Test
    void f149_the_openapi_document_lists_the_live_routes() {
        JsonNode paths = admin.get("/api/openapi.json").body().path("paths");
        Stream<String> names =
                StreamSupport.stream(java.util.Spliterators.spliteratorUnknownSize(paths.fieldNames(), 0), false);

        assertThat(names.map(name -> name.replaceFirst("^/api", "")))
                .contains(
                        "/organizations",
                        "/organizations/{id}",
                        "/organizations/choices/{field}",
                        "/configurations",
                        "/sync/connections",
                        "/sync/runs",
                        "/modules",
                        "/modules/{name}/stop",
                        "/tokens");
    }
}
