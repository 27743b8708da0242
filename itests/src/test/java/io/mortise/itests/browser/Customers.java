package io.mortise.itests.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Passes;
import io.mortise.itests.api.Until;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Customers of the sandbox, with their places, people and machines. */
final class Customers {
    private static final Duration FIRST_SYNC = Duration.ofMinutes(5);
    private final Http admin;

    Customers(Product product) {
        this.admin = Hub.signedIn(product, "admin");
    }

    /** Two people of one customer who work at different places. */
    record Two(JsonNode one, JsonNode other) {
        String customer() {
            return to(one, "organization");
        }
    }

    Two apart() {
        settle();
        Until.is(() -> found().isPresent(), FIRST_SYNC, () -> "a customer with people at two places");
        return found().orElseThrow();
    }

    /** While systems are read for the first time, records meet and move. */
    private void settle() {
        Passes passes = new Passes(admin);
        Until.is(passes::areOver, FIRST_SYNC, passes::connections);
    }

    private Optional<Two> found() {
        Map<String, List<JsonNode>> byCustomer = all(
                        "contacts", one -> !to(one, "location").isEmpty())
                .stream()
                .collect(Collectors.groupingBy(one -> to(one, "organization")));
        return byCustomer.values().stream()
                .flatMap(theirs -> theirs.stream()
                        .filter(other -> !to(other, "location").equals(to(theirs.get(0), "location")))
                        .map(other -> new Two(theirs.get(0), other))
                        .limit(1))
                .findFirst();
    }

    /** A machine that says where and whose it is, and is the only one that is called so. */
    JsonNode machine() {
        settle();
        Until.is(() -> only().isPresent(), FIRST_SYNC, () -> "a machine of somebody");
        return only().orElseThrow();
    }

    private Optional<JsonNode> only() {
        List<JsonNode> all = all("configurations", any -> true);
        Map<String, Long> called = all.stream().collect(Collectors.groupingBy(Customers::name, Collectors.counting()));
        return all.stream()
                .filter(one ->
                        !to(one, "location").isEmpty() && !to(one, "contact").isEmpty())
                .filter(one -> called.get(name(one)) == 1)
                .findFirst();
    }

    List<String> names(String type, String query) {
        return Hub.all(admin, "/api/" + type + "?" + query, 200).stream()
                .map(Customers::name)
                .toList();
    }

    private List<JsonNode> all(String type, Predicate<JsonNode> wanted) {
        return Hub.all(admin, "/api/" + type + "?sort=name", 200).stream()
                .filter(wanted)
                .toList();
    }

    /** What the record that a field names is called. */
    String called(JsonNode record, String field) {
        String type = record.at("/fields/" + field + "/type").asText();
        return name(admin.get("/api/" + type + "s/" + to(record, field)).body());
    }

    static String name(JsonNode record) {
        return record.at("/fields/name").asText();
    }

    static String to(JsonNode record, String field) {
        return record.at("/fields/" + field + "/id").asText();
    }
}
