package io.mortise.sandbox.internal.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.bms.Documentation;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The IT Glue simulator as its linked BMS sees it. What it changes there is no write of IT Glue's API. */
public final class LinkedItGlue implements Documentation {
    private static final String ORGANIZATION = "organization-id";
    private static final String TEMPLATES = "checklist-templates";
    private static final String TASKS = "checklist-tasks";

    private final Store store;

    public LinkedItGlue(Store store) {
        this.store = store;
    }

    private Stream<Row> rows(String type, Predicate<Row> wanted) {
        synchronized (store) {
            return store.has(type) ? store.table(type).stream().filter(wanted).toList().stream() : Stream.empty();
        }
    }

    private Optional<Link> link(String type, Predicate<Row> wanted) {
        return rows(type, wanted).findFirst().map(row -> new Link(row.id(), row.text("name")));
    }

    private static Predicate<Row> in(String organization) {
        return row -> row.text(ORGANIZATION).equals(organization);
    }

    private static Predicate<Row> text(String field, String value) {
        return row -> row.text(field).equals(value);
    }

    @Override
    public Optional<Link> organization(String name) {
        return link("organizations", text("name", name));
    }

    @Override
    public Optional<Link> contact(String organization, String firstName, String lastName) {
        return link(
                "contacts", in(organization).and(text("first-name", firstName)).and(text("last-name", lastName)));
    }

    @Override
    public Optional<Link> location(String organization, String name) {
        return link("locations", in(organization).and(text("name", name)));
    }

    /** Name, and where both sides have them, serial number and MAC. */
    @Override
    public Optional<Link> configuration(String organization, String name, String serial, String mac) {
        return link(
                "configurations",
                in(organization)
                        .and(text("name", name))
                        .and(row -> fits(row.text("serial-number"), serial) && fits(row.text("mac-address"), mac)));
    }

    private static boolean fits(String here, String there) {
        String first = plain(here);
        String second = plain(there);
        return first.isEmpty() || second.isEmpty() || first.equals(second);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    @Override
    public Optional<String> companyNotes(String organization) {
        return notes("organizations", organization, "quick-notes");
    }

    @Override
    public Optional<String> contactNotes(String contact) {
        return notes("contacts", contact, "notes");
    }

    private Optional<String> notes(String type, String id, String field) {
        return rows(type, row -> row.id().equals(id)).findFirst().map(row -> row.text(field));
    }

    @Override
    public void keepCompanyNotes(String organization, String html) {
        change("organizations", organization, Json.object().put("quick-notes", html));
    }

    @Override
    public void keepContactNotes(String contact, String html) {
        change("contacts", contact, Json.object().put("notes", html));
    }

    private void change(String type, String id, ObjectNode changes) {
        synchronized (store) {
            store.table(type).find(id).ifPresent(row -> store.update(type, row, changes));
            commit();
        }
    }

    private void commit() {
        try {
            store.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Template> templates(String organization) {
        return rows(
                        TEMPLATES,
                        row -> row.text(ORGANIZATION).isEmpty()
                                || row.text(ORGANIZATION).equals(organization))
                .map(LinkedItGlue::template)
                .toList();
    }

    private static Template template(Row row) {
        return new Template(
                row.id(),
                row.text("name"),
                row.text("description"),
                row.text("created-by-name"),
                row.createdAt().toString(),
                row.updatedAt().toString());
    }

    @Override
    public Optional<List<Task>> tasks(String template) {
        if (rows(TEMPLATES, row -> row.id().equals(template)).findFirst().isEmpty()) {
            return Optional.empty();
        }
        List<Task> tasks = new ArrayList<>();
        rows(
                        TASKS,
                        row -> row.text("checklist-id").equals(template)
                                || row.text("checklist-template-id").equals(template))
                .forEach(row -> tasks.add(
                        new Task(row.id(), row.text("name"), row.text("description"), order(row, tasks.size() + 1))));
        return Optional.of(tasks);
    }

    private static int order(Row row, int otherwise) {
        JsonNode order = row.get("order");
        return order.isNumber() ? order.asInt() : otherwise;
    }

    @Override
    public Template save(String name, String description, String createdBy, List<Task> tasks) {
        synchronized (store) {
            ObjectNode fields = Json.object().put("name", name).put("description", description);
            Row template = store.insert(TEMPLATES, fields.put("created-by-name", createdBy));
            for (Task task : tasks) {
                ObjectNode each = Json.object().put("name", task.name()).put("description", task.description());
                store.insert(TASKS, each.put("order", task.order()).put("checklist-id", Long.parseLong(template.id())));
            }
            commit();
            return template(template);
        }
    }

    @Override
    public Optional<String> password(String id) {
        return rows("passwords", row -> row.id().equals(id)).findFirst().map(row -> row.text("password"));
    }

    @Override
    public List<Resource> passwords(String organization) {
        return resources("passwords", "Password", organization);
    }

    @Override
    public List<Resource> documents(String organization) {
        return resources("documents", "Document", organization);
    }

    private List<Resource> resources(String type, String label, String organization) {
        return rows(type, in(organization))
                .map(row -> new Resource(
                        row.id(),
                        label,
                        row.text("resource-url"),
                        row.text("name"),
                        notes("organizations", organization, "name").orElse(""),
                        row.createdAt().toString(),
                        row.updatedAt().toString()))
                .toList();
    }

    @Override
    public Access access(String email) {
        String expires = store.now().plusSeconds(3600).toString();
        return new Access("sandbox." + email, expires, "tenonworks", "https://tenonworks.itglue.example");
    }
}
