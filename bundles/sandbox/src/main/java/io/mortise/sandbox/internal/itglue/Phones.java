package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** IT Glue strips the separators of a number when it is written and shows a formatted twin when it is read. */
final class Phones {
    private Phones() {}

    static String stripped(String phone) {
        return phone.replaceAll("[^0-9+]", "");
    }

    static JsonNode formatted(String phone) {
        if (phone.isEmpty()) {
            return NullNode.instance;
        }
        if (phone.matches("[0-9]{10}")) {
            return TextNode.valueOf(
                    "(" + phone.substring(0, 3) + ") " + phone.substring(3, 6) + "-" + phone.substring(6));
        }
        return TextNode.valueOf(phone);
    }
}
