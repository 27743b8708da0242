package io.mortise.connector.bms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Alert;
import io.mortise.model.Attachment;
import io.mortise.model.ChecklistItem;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Expense;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import io.mortise.model.User;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows as BMS shows them and what is read in them, and what goes back when it is written. */
class GoldenTest {
    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of("organization", Organization.TYPE, Organizations.MAPPING),
                Arguments.of("contact", Contact.TYPE, Contacts.MAPPING),
                Arguments.of("configuration", Configuration.TYPE, AssetFields.ALL),
                Arguments.of("asset-of-another-rmm", Configuration.TYPE, AssetFields.ALL),
                Arguments.of("user", User.TYPE, Users.MAPPING),
                Arguments.of("ticket", Ticket.TYPE, TicketFields.ALL),
                Arguments.of("ticket-note", TicketNote.TYPE, TicketNotes.MAPPING),
                Arguments.of("time-log", TimeLog.TYPE, TimeLogs.MAPPING),
                Arguments.of("attachment", Attachment.TYPE, TicketFiles.MAPPING),
                Arguments.of("alert", Alert.TYPE, Alerts.MAPPING),
                Arguments.of("expense", Expense.TYPE, Expenses.MAPPING),
                Arguments.of("checklist-item", ChecklistItem.TYPE, ChecklistItems.MAPPING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRowIsReadAndWritten(String file, EntityType type, Mapping mapping) throws IOException {
        Json golden = golden(file);
        Fields fields = mapping.read(golden.at("row"));
        Map<String, Object> expected = new ObjectMapper()
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .readValue(golden.at("fields").bytes(), new TypeReference<>() {});
        assertThat(fields.plain(type)).isEqualTo(expected);
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(mapping.write(fields).bytes()))
                .isEqualTo(json.readTree(golden.at("written").bytes()));
    }

    private static Json golden(String file) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + file + ".json")) {
            return Json.read(in.readAllBytes());
        }
    }
}
