package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the generated world is like. */
class WorldTest {
    private static final int LIMIT = 5000;

    private static List<JsonNode> records(URI vendor, String type) {
        List<JsonNode> records = new ArrayList<>();
        Caller.control(vendor)
                .get("/_sandbox/records/" + type + "?limit=" + LIMIT)
                .get("items")
                .forEach(records::add);
        return records;
    }

    private static String dump(Sandbox sandbox) {
        StringBuilder dump = new StringBuilder();
        for (URI vendor : List.of(sandbox.itGlue(), sandbox.bms(), sandbox.vsa())) {
            for (JsonNode type : Caller.control(vendor).get("/_sandbox/records")) {
                dump.append(type.asText());
                records(vendor, type.asText()).forEach(record -> {
                    ((com.fasterxml.jackson.databind.node.ObjectNode) record).remove("url");
                    dump.append(record);
                });
            }
        }
        return dump.toString();
    }

    private static Map<String, Integer> names(URI vendor, String type, String field) {
        Map<String, Integer> names = new HashMap<>();
        records(vendor, type)
                .forEach(each -> names.merge(each.at("/fields/" + field).asText(), 1, Integer::sum));
        return names;
    }

    @Test
    void theSameSeedMakesTheSameWorldAndAnotherSeedAnother() throws IOException {
        SandboxOptions small = SandboxOptions.inMemory().withScale(0.2);
        try (Sandbox first = Sandbox.start(small);
                Sandbox second = Sandbox.start(small);
                Sandbox other = Sandbox.start(small.withSeed(2))) {
            String dump = dump(first);
            assertThat(dump).hasSizeGreaterThan(10_000).isEqualTo(dump(second)).isNotEqualTo(dump(other));
        }
    }

    @Test
    void atFullScaleItHasTheSizeOfABelievableMsp() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            Set<String> customers = new HashSet<>(
                    names(sandbox.itGlue(), "organizations", "name").keySet());
            assertThat(customers).hasSizeBetween(23, 27);
            assertThat(records(sandbox.bms(), "locations")).hasSizeBetween(50, 70);
            assertThat(records(sandbox.bms(), "contacts")).hasSizeBetween(250, 400);
            assertThat(records(sandbox.vsa(), "agents")).hasSizeBetween(750, 1100);
            assertThat(records(sandbox.bms(), "hardwareassets")).hasSizeBetween(600, 900);
            assertThat(records(sandbox.itGlue(), "configurations")).hasSizeBetween(600, 900);
        }
    }

    @Test
    void nineteenCustomersHaveAnEqualAndUniqueNameInAllThreeSystemsAndSomeHaveNot() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            Map<String, Integer> itGlue = names(sandbox.itGlue(), "organizations", "name");
            Map<String, Integer> bms = names(sandbox.bms(), "accounts", "accountName");
            Map<String, Integer> vsa = names(sandbox.vsa(), "orgs", "OrgName");
            List<String> equal = itGlue.keySet().stream()
                    .filter(name ->
                            itGlue.get(name) == 1 && bms.getOrDefault(name, 0) == 1 && vsa.getOrDefault(name, 0) == 1)
                    .filter(name -> !name.equals("Tenonworks IT Services"))
                    .toList();
            assertThat(equal).hasSize(19);
            assertThat(itGlue.values()).contains(2);
            assertThat(bms.keySet()).anyMatch(name -> !itGlue.containsKey(name));
        }
    }

    @Test
    void itHasTheMessOfRealLife() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            Map<String, Integer> serials = names(sandbox.vsa(), "agents", "SystemSerialNumber");
            assertThat(serials).containsKeys("To be filled by O.E.M.", "Default string", "0", "");
            Map<String, Integer> macs = names(sandbox.vsa(), "agents", "MacAddress");
            assertThat(macs.values()).anyMatch(count -> count > 2);
            Map<String, Integer> assets = names(sandbox.bms(), "hardwareassets", "name");
            assertThat(assets.values()).contains(2);
            List<JsonNode> contacts = records(sandbox.bms(), "contacts");
            assertThat(contacts).anyMatch(each -> each.toString().contains("\"info@"));
        }
    }

    @Test
    void theSerialOfAMachineMayBeKnownInOneSystemOnlyOrInAll() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
            Set<String> vsa =
                    names(sandbox.vsa(), "agents", "SystemSerialNumber").keySet();
            Set<String> bms =
                    names(sandbox.bms(), "hardwareassets", "serialNumber").keySet();
            Set<String> itGlue =
                    names(sandbox.itGlue(), "configurations", "serial-number").keySet();
            assertThat(vsa).anyMatch(serial -> bms.contains(serial) && itGlue.contains(serial));
            assertThat(vsa).anyMatch(serial -> !bms.contains(serial) && !itGlue.contains(serial));
            assertThat(bms).anyMatch(serial -> !vsa.contains(serial) && !itGlue.contains(serial));
            assertThat(itGlue).anyMatch(serial -> !vsa.contains(serial) && !bms.contains(serial));
        }
    }
}
