package io.mortise.benchmarks.copy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Contacts with ten fields, no two alike, the same in every run. */
final class People {
    private static final ObjectMapper JSON = new ObjectMapper();

    private People() {}

    static List<ObjectNode> contacts(int count, int organizations) {
        List<ObjectNode> all = new ArrayList<>();
        for (int id = 1; id <= count; id++) all.add(contact(id, 1 + id % organizations));
        return all;
    }

    private static ObjectNode contact(int id, int organization) {
        String code = Integer.toString(id * 7_919, 36);
        ObjectNode contact = JSON.createObjectNode();
        contact.put("id", id).put("organizationId", organization);
        contact.put("firstName", "Given" + code).put("lastName", "Family" + code);
        contact.put("middleName", "M" + id % 26).put("title", "Title " + id % 40);
        contact.put("important", id % 5 == 0);
        contact.putArray("emails")
                .addObject()
                .put("value", code + "@customer" + organization + ".example")
                .put("label", "Work")
                .put("primary", true);
        contact.putArray("phones")
                .addObject()
                .put("value", "+49 30 55" + (100_000 + id))
                .put("label", "Work")
                .put("primary", true);
        return contact;
    }
}
