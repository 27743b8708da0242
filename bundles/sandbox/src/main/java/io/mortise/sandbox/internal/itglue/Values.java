package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** Brings written values into the form in which IT Glue keeps them, or refuses them. */
final class Values {
    static final Set<String> BOOLEANS = Set.of(
            ("restricted primary archived important enabled show-in-menu required use-for-title expiration show-in-list "
                            + "published draft public is-uploaded is-live shareable completed include-logs via-copilot "
                            + "viewable personal rotation-permitted hide-from-my-glue synced all-organizations my-glue two-way-sync "
                            + "psa-id-needs-type")
                    .split(" "));
    private static final Set<String> NUMBERS = Set.of(
            "order",
            "decimals",
            "level",
            "duration",
            "reset-count",
            "sort",
            "resource-id",
            "reputation",
            "requests-per-window",
            "window-seconds");
    private static final Set<String> STRUCTURES = Set.of(
            "traits",
            "avatar",
            "accounts-user-ids",
            "organization-access",
            "denied-types",
            "disks",
            "ip-addresses",
            "mac-addresses",
            "versions");
    private static final Set<String> DATES = Set.of(
            "warranty-expires-at",
            "purchased-at",
            "installed-at",
            "due-date",
            "mitp-device-expiration-date",
            "mitp-end-of-life-date");
    private static final int LONGEST_MAC = 17;

    private final Store store;

    Values(Store store) {
        this.store = store;
    }

    JsonNode kept(Spec spec, String name, JsonNode value) {
        if (value.isNull() || STRUCTURES.contains(name)) {
            return value;
        }
        if (Attributes.reference(name, "-id").isPresent()) {
            return reference(spec.type(), name, value);
        }
        if (NUMBERS.contains(name)) {
            return number(name, value.asText());
        }
        if (BOOLEANS.contains(name)) {
            return BooleanNode.valueOf(Filters.truth(value.asText()));
        }
        if (DATES.contains(name)) {
            return date(name, value.asText());
        }
        return switch (name) {
            case "contact-emails" -> emails(value);
            case "contact-phones" -> phones(value);
            case "phone", "fax" -> text(Phones.stripped(value.asText()));
            case "mac-address" -> mac(value.asText());
            default -> text(plain(name, value));
        };
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    private static String plain(String name, JsonNode value) {
        if (!value.isValueNode()) {
            throw Refusal.unprocessable("must be a plain value", pointer(name));
        }
        return value.asText();
    }

    static String pointer(String name) {
        return "/data/attributes/" + name;
    }

    /** A missing target is named by its relation, not by the attribute. */
    private JsonNode reference(String type, String name, JsonNode value) {
        String table = Attributes.referred(type, name);
        if (store.table(table).find(value.asText()).isEmpty()) {
            throw Refusal.unprocessable("must exist", pointer(name.substring(0, name.length() - "-id".length())));
        }
        return name.equals("parent-id") && type.equals("organizations")
                ? text(value.asText())
                : Json.value(Long.valueOf(value.asText()));
    }

    private static JsonNode number(String name, String text) {
        try {
            return text.isEmpty() ? NullNode.instance : Json.value(Long.valueOf(text));
        } catch (NumberFormatException e) {
            throw Refusal.unprocessable("is not a number", pointer(name));
        }
    }

    private static JsonNode date(String name, String text) {
        if (text.isEmpty()) {
            return NullNode.instance;
        }
        try {
            return text(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text)
                    .toString());
        } catch (DateTimeException e) {
            throw Refusal.unprocessable("is not a date", pointer(name));
        }
    }

    private static JsonNode mac(String text) {
        if (text.length() > LONGEST_MAC) {
            throw Refusal.unprocessable("is too long (maximum is 17 characters)", pointer("mac-address"));
        }
        return text(text);
    }

    private static JsonNode emails(JsonNode value) {
        ArrayNode kept = Json.array();
        for (JsonNode item : list("contact-emails", value)) {
            String address = Row.text(item, "value");
            if (!address.matches("[^@\\s]+@[^@\\s]+")) {
                throw Refusal.unprocessable("is not a valid email address", pointer("contact-emails"));
            }
            labelled(kept, item, "contact-emails").put("value", address);
        }
        return kept;
    }

    private static JsonNode phones(JsonNode value) {
        ArrayNode kept = Json.array();
        for (JsonNode item : list("contact-phones", value)) {
            String number = Phones.stripped(Row.text(item, "value"));
            if (number.isEmpty()) {
                throw Refusal.unprocessable("can't be blank", pointer("contact-phones"));
            }
            ObjectNode phone = labelled(kept, item, "contact-phones").put("value", number);
            String extension = Phones.stripped(Row.text(item, "extension"));
            phone.put("extension", extension.isEmpty() ? null : extension);
            phone.put("label-type", item.path("label-type").asText("phone"));
            phone.set("formatted-value", Phones.formatted(number));
        }
        return kept;
    }

    private static Iterable<JsonNode> list(String name, JsonNode value) {
        if (!value.isArray()) {
            throw Refusal.unprocessable("must be a list", pointer(name));
        }
        return value;
    }

    private static ObjectNode labelled(ArrayNode kept, JsonNode item, String name) {
        String label = Row.text(item, "label-name");
        if (label.isEmpty()) {
            throw Refusal.unprocessable("label_name can't be blank", pointer(name));
        }
        return kept.addObject()
                .put("value", "")
                .put("label-name", label)
                .put("primary", Filters.truth(item.path("primary").asText("")));
    }
}
