package io.mortise.tickets.internal;

import io.mortise.api.Documents;
import io.mortise.api.Documents.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of related documentation, as they are kept: all of them together. */
record Rules(Documents documents) {
    private static final String NAMESPACE = "ticket-settings";
    private static final String KEY = "all";

    /** @param version 0 while nothing was kept */
    record Kept(long version, List<Rule> rules) {}

    Kept kept() {
        return documents.find(House.ALL, NAMESPACE, KEY).map(Rules::read).orElseGet(() -> new Kept(0, List.of()));
    }

    void keep(long version, List<Rule> rules) {
        List<Map<String, Object>> plain = rules.stream().map(Rules::plain).toList();
        documents.save(House.ALL, NAMESPACE, KEY, version, Map.of("rules", plain), Optional.empty());
    }

    private static Kept read(Document document) {
        List<?> rules = (List<?>) document.value().get("rules");
        return new Kept(
                document.version(),
                rules.stream().map(rule -> rule((Map<?, ?>) rule)).toList());
    }

    private static Rule rule(Map<?, ?> in) {
        List<Rule.Named> suggest = ((List<?>) in.get("suggest"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(each -> new Rule.Named((String) each.get("type"), (String) each.get("id")))
                        .toList();
        return new Rule(
                (String) in.get("name"),
                texts(in, "types"),
                texts(in, "queues"),
                texts(in, "organizations"),
                texts(in, "words"),
                suggest,
                texts(in, "search"));
    }

    private static List<String> texts(Map<?, ?> in, String name) {
        return ((List<?>) in.get(name)).stream().map(String.class::cast).toList();
    }

    private static Map<String, Object> plain(Rule rule) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", rule.name());
        out.put("types", rule.types());
        out.put("queues", rule.queues());
        out.put("organizations", rule.organizations());
        out.put("words", rule.words());
        out.put(
                "suggest",
                rule.suggest().stream()
                        .map(each -> Map.of("type", each.type(), "id", each.id()))
                        .toList());
        out.put("search", rule.search());
        return out;
    }
}
