package io.mortise.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The people who try the product, and the same people at the connected systems. */
@ExtendWith(ProductExtension.class)
class PeopleTest {
    private static final Duration FIRST = Duration.ofMinutes(10);

    private final Product product;
    private final Vendor bms;
    private final Vendor itGlue;

    PeopleTest(Product product) {
        this.product = product;
        this.bms = Vendor.bms(product);
        this.itGlue = Vendor.itGlue(product);
    }

    @ParameterizedTest
    @CsvSource({
        "admin, Alma Reyes, admin",
        "manager, Morgan Hale, technician",
        "tech, Theo Lindgren, technician",
        "dispatcher, Dina Park, dispatcher",
        "reader, Rita Moss, reader",
        "lite, Lyle Kemp, reader",
        "outsider, Otto Frey, technician",
        "unconnected, Una Brandt, technician"
    })
    void a_demo_user_is_the_vendors_person_of_that_mailbox(String user, String name, String role) {
        JsonNode session = Hub.signedIn(product, user).get("/api/session").body();
        assertThat(session.at("/user/name").asText()).isEqualTo(name);
        assertThat(session.path("roles").toString()).isEqualTo("[\"" + role + "\"]");
        String mailbox = session.at("/user/email").asText();
        assertThat(mailbox).isEqualTo(user + "@sandbox.example");
        assertThat(person(bms, "employees", "emailAddress", mailbox)).isEqualTo(name);
        String documented = person(itGlue, "users", "email", mailbox);
        assertThat(documented).isEqualTo(user.equals("unconnected") ? "" : name);
    }

    private static String person(Vendor vendor, String type, String field, String mailbox) {
        for (JsonNode row : vendor.holding(type, mailbox))
            if (row.at("/fields/" + field).asText().equals(mailbox))
                return row.at("/fields/firstName")
                                .asText(row.at("/fields/first-name").asText()) + " "
                        + row.at("/fields/lastName")
                                .asText(row.at("/fields/last-name").asText());
        return "";
    }

    @Test
    void after_the_first_sync_a_technician_is_one_record_with_both_systems() {
        Map<String, String> both = Map.of("bms", "LINKED", "itglue", "LINKED");
        for (String user : new String[] {"tech@sandbox.example", "dwhitfield@tenonworks.example"})
            Until.is(() -> links(user).equals(both), FIRST, () -> user + " " + links(user));
        Until.is(new Passes(Hub.signedIn(product, "admin"))::areOver, FIRST, () -> "still reading");
        assertThat(links("unconnected@sandbox.example")).containsOnlyKeys("bms");
        assertThat(links("iroy@tenonworks.example")).containsOnlyKeys("itglue");
    }

    /** The state of each link of the one user with this mailbox. No route shows users yet. */
    private Map<String, String> links(String mailbox) {
        Map<String, String> links = new TreeMap<>();
        try (Connection db = DriverManager.getConnection(
                        "jdbc:sqlite:file:" + product.data().resolve("mortise.db") + "?mode=ro");
                PreparedStatement ask = db.prepareStatement("SELECT l.connection, l.state, e.id FROM entity e"
                        + " JOIN link l ON l.record_id = e.id WHERE e.type = 'user' AND e.fields LIKE ?")) {
            ask.setString(1, "%\"" + mailbox + "\"%");
            ResultSet rows = ask.executeQuery();
            while (rows.next())
                assertThat(links.put(rows.getString(1), rows.getString(2))).isNull();
        } catch (SQLException e) {
            throw new AssertionError("The product's database can't be read", e);
        }
        return links;
    }
}
