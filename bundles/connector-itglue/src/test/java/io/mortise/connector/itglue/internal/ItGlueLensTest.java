package io.mortise.connector.itglue.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mortise.connector.Fault;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.LensLaws;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Location;
import io.mortise.model.Note;
import io.mortise.model.Organization;
import io.mortise.model.RelatedItem;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class ItGlueLensTest extends LensLaws {
    /** What IT Glue's lists of words hold. A maker that changes alone leaves a model of another one behind: left alone. */
    private static final Map<Field<?>, List<?>> WORDS = Map.of(
            Configuration.MANUFACTURER, List.of(),
            Configuration.MODEL, List.of(),
            Configuration.OPERATING_SYSTEM, List.of("Windows 11 Pro"),
            Location.COUNTRY, List.of("United States"),
            Location.REGION, List.of("Oregon", "Ohio"));

    private static final Map<EntityType, Mapping> MAPPINGS = Map.of(
            Organization.TYPE, Organizations.MAPPING,
            Location.TYPE, Locations.MAPPING,
            Contact.TYPE, Contacts.MAPPING,
            Configuration.TYPE, Configurations.MAPPING,
            RelatedItem.TYPE, RelatedItems.MAPPING);
    /** Its history, and names that follow from others. */
    private static final Set<String> MOVING = Set.of("versions", "contact-emails", "contact-phones");

    private static Sandbox sandbox;
    private static Tenant tenant;

    @BeforeContainer
    static void start() throws IOException, Fault {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(100_000));
        String url = sandbox.itGlue().toString();
        tenant = Tenant.open(
                new ItGlueConnector(),
                Map.of("subdomain", "tenonworks", "region", "us", "key", "ITG.sandbox", "url", url));
    }

    @AfterContainer
    static void stop() throws IOException {
        sandbox.close();
    }

    @Override
    protected Tenant tenant() {
        return tenant;
    }

    @Override
    @SuppressWarnings("unchecked") // the table holds texts of text fields
    protected <T> Optional<List<T>> only(EntityType type, Field<T> field) {
        return Optional.ofNullable((List<T>) WORDS.get(field));
    }

    @Override
    protected boolean canBeNone(EntityType type, Field<?> field) {
        return !WORDS.containsKey(field);
    }

    /** A note is an attribute of its subject; a link has a table of its own. */
    private static String record(EntityType type, String id) {
        String[] parts = id.split("/");
        if (type.equals(Note.TYPE)) return id;
        return type.equals(RelatedItem.TYPE) ? "related-items/" + parts[2] : type.name() + "s/" + id;
    }

    @Override
    protected Map<String, String> unknown(EntityType type, String id) {
        String path = "/_sandbox/records/" + record(type, id);
        Json row = Json.read(Desk.at(sandbox.itGlue()).send("GET", path, "").getBytes(UTF_8))
                .at("fields");
        Mapping mapping = type.equals(Note.TYPE)
                ? Notes.mapping(Parents.called(id.split("/")[0]).orElseThrow())
                : MAPPINGS.get(type);
        Map<String, String> unknown = new TreeMap<>();
        for (String name : row.names())
            if (mapping.field(name).isEmpty() && !MOVING.contains(name))
                unknown.put(name, new String(row.at(name).bytes(), UTF_8));
        return unknown;
    }
}
