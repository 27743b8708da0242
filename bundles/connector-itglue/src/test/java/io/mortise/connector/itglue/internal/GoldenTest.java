package io.mortise.connector.itglue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Attachment;
import io.mortise.model.ChecklistTemplate;
import io.mortise.model.Configuration;
import io.mortise.model.ConfigurationInterface;
import io.mortise.model.Contact;
import io.mortise.model.DocumentationItem;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Group;
import io.mortise.model.Location;
import io.mortise.model.Lookup;
import io.mortise.model.Note;
import io.mortise.model.Organization;
import io.mortise.model.Password;
import io.mortise.model.RelatedItem;
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

/** Rows as IT Glue shows them and what is read in them, and what goes back when it is written. */
class GoldenTest {
    static Stream<Arguments> rows() {
        Stream<Arguments> forms = Stream.of("full", "minimal", "odd")
                .flatMap(form -> Stream.of(
                        Arguments.of("organization-" + form, Organization.TYPE, Organizations.MAPPING),
                        Arguments.of("location-" + form, Location.TYPE, Locations.MAPPING),
                        Arguments.of("contact-" + form, Contact.TYPE, Contacts.MAPPING),
                        Arguments.of("configuration-" + form, Configuration.TYPE, Configurations.MAPPING),
                        Arguments.of("user-" + form, User.TYPE, Users.MAPPING),
                        Arguments.of("lookup-" + form, Lookup.TYPE, Lookups.MAPPING),
                        Arguments.of("password-" + form, Password.TYPE, Passwords.MAPPING),
                        Arguments.of("group-" + form, Group.TYPE, Groups.MAPPING),
                        Arguments.of("note-" + form, Note.TYPE, Notes.mapping(Parents.CONTACTS)),
                        Arguments.of("attachment-" + form, Attachment.TYPE, Attachments.MAPPING),
                        Arguments.of("interface-" + form, ConfigurationInterface.TYPE, Interfaces.MAPPING),
                        Arguments.of("related-item-" + form, RelatedItem.TYPE, RelatedItems.MAPPING),
                        Arguments.of("documentation-item-" + form, DocumentationItem.TYPE, DocumentationItems.MAPPING),
                        Arguments.of(
                                "checklist-template-" + form, ChecklistTemplate.TYPE, ChecklistTemplates.MAPPING)));
        Stream<Arguments> more = Stream.of(
                Arguments.of("password-of-an-asset", Password.TYPE, Passwords.MAPPING),
                Arguments.of("note-of-an-organization", Note.TYPE, Notes.mapping(Parents.ORGANIZATIONS)),
                Arguments.of("related-item-of-an-unknown-kind", RelatedItem.TYPE, RelatedItems.MAPPING));
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
        assertThat(Json.read(mapping.write(fields).bytes())).isEqualTo(golden.at("written"));
    }

    private static Json golden(String file) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + file + ".json")) {
            return Json.read(in.readAllBytes());
        }
    }
}
