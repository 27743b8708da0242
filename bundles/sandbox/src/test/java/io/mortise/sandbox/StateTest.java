package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The world outlives its process. */
class StateTest {
    @TempDir
    private Path folder;

    private SandboxOptions options() {
        return SandboxOptions.inMemory().withScale(0.1).withState(folder.resolve("state"));
    }

    private static String rename(Caller itGlue, String name) {
        String id = itGlue.get("/organizations?page[size]=1").at("/data/0/id").asText();
        itGlue.call(
                "PATCH",
                "/organizations/" + id,
                "{'data':{'type':'organizations','attributes':{'name':'" + name + "'}}}");
        return id;
    }

    private static JsonNode all(URI vendor, String type) {
        return Caller.control(vendor)
                .get("/_sandbox/records/" + type + "?limit=5000")
                .get("items");
    }

    private static void withoutUrls(JsonNode records) {
        records.forEach(record -> ((com.fasterxml.jackson.databind.node.ObjectNode) record).remove("url"));
    }

    @Test
    void aRestartShowsTheSameWorldAndTheSameWrites() throws IOException {
        JsonNode organizations;
        JsonNode assets;
        JsonNode writes;
        String made;
        try (Sandbox sandbox = Sandbox.start(options())) {
            rename(Caller.itGlue(sandbox), "Kept");
            String agent = all(sandbox.vsa(), "agents").at("/0/id").asText();
            Caller.control(sandbox.vsa()).status("DELETE", "/_sandbox/records/agents/" + agent, null);
            String account = all(sandbox.bms(), "accounts").at("/0/id").asText();
            made = Caller.control(sandbox.bms())
                    .call("POST", "/_sandbox/records/hardwareassets", "{'name':'PC','accountId':" + account + "}")
                    .get("id")
                    .asText();
            organizations = all(sandbox.itGlue(), "organizations");
            assets = all(sandbox.bms(), "hardwareassets");
            writes = Caller.control(sandbox.itGlue()).get("/_sandbox/writes");
        }
        try (Sandbox sandbox = Sandbox.start(options())) {
            JsonNode again = all(sandbox.itGlue(), "organizations");
            JsonNode assetsAgain = all(sandbox.bms(), "hardwareassets");
            for (JsonNode records : new JsonNode[] {organizations, again, assets, assetsAgain}) {
                withoutUrls(records);
            }
            assertThat(again).isEqualTo(organizations);
            assertThat(assetsAgain.toString()).isEqualTo(assets.toString()).contains("\"id\":\"" + made + "\"");
            assertThat(Caller.control(sandbox.itGlue()).get("/_sandbox/writes")).isEqualTo(writes);
            JsonNode agents = Caller.control(sandbox.vsa()).get("/_sandbox").at("/records");
            assertThat(agents.get("agents").asInt())
                    .isEqualTo(all(sandbox.vsa(), "agents").size());
        }
    }

    @Test
    void aKilledProcessLosesNoAcknowledgedWrite() throws IOException, InterruptedException {
        String id;
        Process process = process();
        try {
            id = rename(Caller.raw(ready(process), "application/vnd.api+json", "x-api-key", "ITG.sandbox"), "Survivor");
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        try (Sandbox sandbox = Sandbox.start(options())) {
            assertThat(Caller.itGlue(sandbox)
                            .get("/organizations/" + id)
                            .at("/data/attributes/name")
                            .asText())
                    .isEqualTo("Survivor");
        }
    }

    private Process process() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.mortise.sandbox.Main",
                        "--port",
                        "0",
                        "--scale",
                        "0.1",
                        "--state",
                        folder.resolve("state").toString())
                .redirectErrorStream(true)
                .start();
    }

    private static URI ready(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith("Sandbox is ready: IT Glue http://127.0.0.1:")) {
            line = output.readLine();
        }
        assertThat(line).as("the line that tells the addresses").isNotNull();
        return URI.create(line.replaceAll(".*IT Glue (\\S+) .*", "$1"));
    }

    @Test
    void aLineThatWasCutWhileItWasWrittenIsDropped() throws IOException {
        try (Sandbox sandbox = Sandbox.start(options())) {
            rename(Caller.itGlue(sandbox), "Whole");
        }
        Path journal = folder.resolve("state/itglue.journal");
        Files.writeString(journal, "{\"changes\":[{\"tab", StandardOpenOption.APPEND);
        try (Sandbox sandbox = Sandbox.start(options())) {
            assertThat(Caller.itGlue(sandbox)
                            .get("/organizations?page[size]=1")
                            .at("/data/0/attributes/name")
                            .asText())
                    .isEqualTo("Whole");
            rename(Caller.itGlue(sandbox), "After");
        }
        try (Sandbox sandbox = Sandbox.start(options())) {
            assertThat(Caller.control(sandbox.itGlue())
                            .get("/_sandbox/writes")
                            .get("total")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void aFolderOfAnotherWorldIsRefusedWithAdvice() throws IOException {
        Sandbox.start(options()).close();
        assertThatThrownBy(() -> Sandbox.start(options().withSeed(7)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("delete the folder");
    }

    @Test
    void twoSandboxesDoNotShareAFolder() throws IOException {
        try (Sandbox first = Sandbox.start(options())) {
            assertThat(first.itGlue().getPort()).isPositive();
            assertThatThrownBy(() -> Sandbox.start(options())).hasMessageContaining("Another sandbox");
        }
    }
}
