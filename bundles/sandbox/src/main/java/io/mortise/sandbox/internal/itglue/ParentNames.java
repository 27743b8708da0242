package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a record tells of the records above and below it. */
final class ParentNames {
    private final Store store;
    private final Owners owners;

    ParentNames(Store store) {
        this.store = store;
        this.owners = new Owners(store);
    }

    private Optional<Owners.Owner> owner(Row row) {
        return owners.find(row.text("resource-type"), row.text("resource-id"));
    }

    JsonNode typeName(Row row) {
        return text(owner(row).flatMap(owner -> Kind.ofTable(owner.type())).map(Kind::display));
    }

    JsonNode name(Row row) {
        return text(owner(row).map(owner -> owner.row().text("name")));
    }

    JsonNode url(Row row, String site) {
        return text(owner(row).map(owner -> site + WebPaths.of(owner.type(), owner.row())));
    }

    private static JsonNode text(Optional<String> text) {
        return text.<JsonNode>map(TextNode::valueOf).orElse(NullNode.instance);
    }

    /** A bracketed list in a text, from the nearest ancestor on. */
    JsonNode ancestors(String type, Row row) {
        List<String> ids = ids(type, row);
        return ids.isEmpty() ? NullNode.instance : TextNode.valueOf("[" + String.join(",", ids) + "]");
    }

    List<String> ids(String type, Row row) {
        List<String> ids = new ArrayList<>();
        String parent = row.text("parent-id");
        while (!parent.isEmpty() && !ids.contains(parent)) {
            ids.add(parent);
            parent = store.table(type)
                    .find(parent)
                    .map(found -> found.text("parent-id"))
                    .orElse("");
        }
        return ids;
    }

    /** The whole body of a document: its sections in their order. */
    String text(Row document) {
        return Sections.of(store, document.id())
                .map(section -> Sections.safe(section.text("content")))
                .collect(Collectors.joining("\n"));
    }
}
