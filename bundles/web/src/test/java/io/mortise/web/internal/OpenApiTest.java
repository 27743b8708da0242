package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import io.mortise.api.Runs;
import io.mortise.api.Slice;
import io.mortise.model.Configuration;
import io.mortise.model.Right;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    record Tree(String name, Optional<Instant> at, List<Tree> below, Map<String, Long> counts) {}

    private Server server;
    private JsonNode document;

    @BeforeEach
    void start() throws Exception {
        server = Server.with(Person.named("tech"));
        server.route(
                Route.get(
                                "/configurations",
                                Shape.list(Shape.of(Configuration.TYPE)),
                                call -> new Slice<>(List.of(), Optional.empty()))
                        .query("q", "words to find")
                        .summary("Machines")
                        .needs(Right.read(Configuration.TYPE)),
                Route.patch(
                        "/configurations/{id}",
                        Shape.of(Configuration.TYPE),
                        Shape.of(Configuration.TYPE),
                        call -> call.body()),
                Route.post("/trees/{tree}/leaves", Shape.CONTENT, Shape.of(Tree.class), call -> null),
                Route.get(
                        "/runs",
                        Shape.list(Shape.of(Runs.Lag.class)),
                        call -> new Slice<>(List.of(), Optional.empty())),
                Route.delete("/trees/{tree}", call -> null));
        Browser.Answer answer = server.browser().signedIn("tech").get("/api/openapi.json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        document = answer.json();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method);
    }

    private JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    @Test
    void it_has_every_live_route_and_the_built_in_ones() {
        Set<String> paths = new TreeSet<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);

        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(paths)
                .contains("/session", "/setup", "/tokens", "/tokens/{id}", "/ui/registry", "/openapi.json")
                .contains("/configurations", "/configurations/{id}", "/trees/{tree}/leaves");
        assertThat(operation("post", "/session").path("security").isArray()).isTrue();
        assertThat(operation("post", "/session").path("security").size()).isZero();
        assertThat(document.path("security").size()).isEqualTo(2);
    }

    @Test
    void an_operation_has_a_unique_id_a_tag_its_parameters_and_always_the_problem() {
        Set<String> ids = new TreeSet<>();
        int operations = 0;
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                operations++;
                ids.add(operation.path("operationId").asText());
                assertThat(operation.path("tags").size()).isEqualTo(1);
                assertThat(operation
                                .path("responses")
                                .path("default")
                                .path("content")
                                .has("application/problem+json"))
                        .isTrue();
            }
        }
        assertThat(ids).hasSize(operations).contains("patchConfigurationsById", "postTreesByTreeLeaves");
        JsonNode list = operation("get", "/configurations");
        assertThat(list.path("summary").asText()).isEqualTo("Machines");
        assertThat(list.path("x-needs").toString()).isEqualTo("[\"configuration.read\"]");
        assertThat(list.path("parameters").path(0).path("name").asText()).isEqualTo("q");
        JsonNode patch = operation("patch", "/configurations/{id}").path("parameters");
        assertThat(patch.findValuesAsText("name")).containsExactly("id", "If-Match");
        assertThat(patch.findValuesAsText("required")).containsExactly("true", "true");
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references).isNotEmpty();
        for (String reference : references) {
            assertThat(document.at(reference.substring(1)).isObject())
                    .as(reference)
                    .isTrue();
        }
    }

    @Test
    void a_type_of_records_is_told_field_by_field() {
        JsonNode fields = schema("configuration.fields").path("properties");

        assertThat(fields.size()).isEqualTo(Configuration.TYPE.fields().size());
        assertThat(fields.path("serial").toString())
                .isEqualTo("{\"type\":[\"string\",\"null\"],\"title\":\"Serial number\"}");
        assertThat(fields.path("macs").path("type").path(0).asText()).isEqualTo("array");
        assertThat(fields.path("macs").path("readOnly").asBoolean()).isTrue();
        assertThat(schema("configuration").path("required").toString())
                .isEqualTo("[\"id\",\"type\",\"version\",\"lifecycle\",\"fields\"]");
    }

    @Test
    void a_java_record_is_told_by_its_components_even_when_it_holds_itself() {
        JsonNode tree = schema("OpenApiTestTree");

        assertThat(tree.path("required").toString()).isEqualTo("[\"name\",\"below\",\"counts\"]");
        assertThat(tree.path("properties")
                        .path("below")
                        .path("items")
                        .path("$ref")
                        .asText())
                .isEqualTo("#/components/schemas/OpenApiTestTree");
        assertThat(tree.path("properties").path("at").toString()).contains("date-time", "null");
        assertThat(schema("RunsLag")
                        .path("properties")
                        .path("state")
                        .path("enum")
                        .size())
                .isEqualTo(Runs.State.values().length);
        assertThat(schema("SignIn")
                        .path("properties")
                        .path("password")
                        .path("writeOnly")
                        .asBoolean())
                .isTrue();
    }
}
