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
import io.mortise.model.ChecklistTemplate;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Expense;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.Lookup;
import io.mortise.model.Note;
import io.mortise.model.Organization;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import io.mortise.model.User;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows as BMS shows them and what is read in them, and what goes back when it is written. */
class GoldenTest {
    static Stream<Arguments> rows() {
        Stream<Arguments> forms = Stream.of("full", "minimal", "odd")
                .flatMap(form -> Stream.of(
                        Arguments.of("organization-" + form, Organization.TYPE, Organizations.MAPPING),
                        Arguments.of("location-" + form, Location.TYPE, Locations.PLACE),
                        Arguments.of("address-" + form, Location.TYPE, Locations.ADDRESS),
                        Arguments.of("contact-" + form, Contact.TYPE, Contacts.MAPPING),
                        Arguments.of("configuration-" + form, Configuration.TYPE, AssetFields.ALL),
                        Arguments.of("user-" + form, User.TYPE, Users.MAPPING),
                        Arguments.of("ticket-" + form, Ticket.TYPE, TicketFields.ALL),
                        Arguments.of("ticket-note-" + form, TicketNote.TYPE, TicketNotes.MAPPING),
                        Arguments.of("time-log-" + form, TimeLog.TYPE, TimeLogs.MAPPING),
                        Arguments.of("attachment-" + form, Attachment.TYPE, TicketFiles.MAPPING),
                        Arguments.of("alert-" + form, Alert.TYPE, Alerts.MAPPING),
                        Arguments.of("expense-" + form, Expense.TYPE, Expenses.MAPPING),
                        Arguments.of("checklist-item-" + form, ChecklistItem.TYPE, ChecklistItems.MAPPING),
                        Arguments.of("lookup-" + form, Lookup.TYPE, LookupFields.MAPPING),
                        Arguments.of("template-" + form, ChecklistTemplate.TYPE, Bridge.TEMPLATE),
                        Arguments.of("task-" + form, ChecklistItem.TYPE, Bridge.TASK),
                        Arguments.of("handed-note-" + form, Note.TYPE, Bridge.NOTE)));
        Stream<Arguments> more = Stream.of(Arguments.of("asset-of-another-rmm", Configuration.TYPE, AssetFields.ALL));
        return Stream.concat(forms, more);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRowIsReadAndWritten(String file, EntityType type, Mapping mapping) throws IOException {
        Json golden = golden(file);
        List<String> unread = new ArrayList<>();
        Fields fields = mapping.read(golden.at("row"), (Field<?> field) -> unread.add(field.name()));
        Map<String, Object> expected = new ObjectMapper()
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .readValue(golden.at("fields").bytes(), new TypeReference<>() {});
        assertThat(fields.plain(type)).isEqualTo(expected);
        assertThat(unread)
                .containsExactlyElementsOf(golden.at("unread").items().stream()
                        .flatMap(name -> name.text().stream())
                        .toList());
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
