package io.mortise.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The faults that are switched on. Whether one strikes depends only on the seed, the rule's number and how many
 * requests matched it before, so the same sequence of requests meets the same faults. Safe for many threads.
 */
final class Faults {
    /** @param count how often this rule struck before, this time included */
    record Hit(FaultRule rule, int count) {}

    private static final class Switch {
        private final int id;
        private final FaultRule rule;
        private int matched;
        private int struck;

        private Switch(int id, FaultRule rule) {
            this.id = id;
            this.rule = rule;
        }

        private boolean strikes(long seed) {
            matched++;
            if (rule.times() > 0 && struck >= rule.times()) {
                return false;
            }
            boolean now = rule.every() > 0
                    ? matched % rule.every() == 0
                    : new SplittableRandom(seed * 31 + id * 1_000_003L + matched).nextDouble() < rule.probability();
            struck += now ? 1 : 0;
            return now;
        }
    }

    private final long seed;
    private final List<Switch> switches = new ArrayList<>();
    private int lastId;

    Faults(long seed) {
        this.seed = seed;
    }

    synchronized ObjectNode add(FaultRule rule) {
        lastId++;
        Switch added = new Switch(lastId, rule);
        switches.add(added);
        return describe(added);
    }

    synchronized void clear() {
        switches.clear();
    }

    synchronized boolean remove(String id) {
        return switches.removeIf(each -> Integer.toString(each.id).equals(id));
    }

    /** The first fault that strikes this request; each rule counts on its own. */
    synchronized Optional<Hit> strike(Request request) {
        Optional<Hit> hit = Optional.empty();
        for (Switch each : switches) {
            if (each.rule.concerns(request) && each.strikes(seed) && hit.isEmpty()) {
                hit = Optional.of(new Hit(each.rule, each.struck));
            }
        }
        return hit;
    }

    synchronized ArrayNode toJson() {
        return Json.array(switches.stream().map(Faults::describe));
    }

    private static ObjectNode describe(Switch each) {
        ObjectNode json = each.rule.toJson();
        return json.put("id", each.id).put("matched", each.matched).put("struck", each.struck);
    }
}
