package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.state.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that recur in thousands of seeded tickets, each looked up and kept once. */
final class SeedValues {
    private static final int MOST_TEXTS = 10_000;

    private final DeskLists lists;
    private final Map<String, IntNode> ids = new HashMap<>();
    private final Map<String, TextNode> texts = new HashMap<>();
    private final List<IntNode> technicians;

    SeedValues(Store store) {
        this.lists = new DeskLists(store);
        this.technicians = store.table("employees").stream()
                .filter(row -> row.text("jobTitle").matches(".*(Technician|Engineer).*"))
                .map(row -> IntNode.valueOf(Integer.parseInt(row.id())))
                .toList();
    }

    IntNode id(String table, String name) {
        return ids.computeIfAbsent(table + "/" + name, key -> IntNode.valueOf(lists.id(table, name)));
    }

    IntNode technician(int dice) {
        return technicians.get(Math.floorMod(dice, technicians.size()));
    }

    TextNode text(String text) {
        return texts.size() < MOST_TEXTS ? texts.computeIfAbsent(text, TextNode::valueOf) : TextNode.valueOf(text);
    }
}
