package io.mortise.connector.vsa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Alert;
import io.mortise.model.Configuration;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Lookup;
import io.mortise.model.Organization;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows as VSA shows them and what is read in them. */
class GoldenTest {
    static Stream<Arguments> rows() {
        return Stream.of("full", "minimal", "odd")
                .flatMap(form -> Stream.of(
                        Arguments.of("organization-" + form, Organization.TYPE, Organizations.MAPPING),
                        Arguments.of("agent-" + form, Configuration.TYPE, Configurations.AGENT),
                        Arguments.of("audit-" + form, Configuration.TYPE, Configurations.AUDIT),
                        Arguments.of("lookup-" + form, Lookup.TYPE, Lookups.MAPPING),
                        Arguments.of("alarm-" + form, Alert.TYPE, Alarms.MAPPING)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRowIsRead(String file, EntityType type, Mapping mapping) throws IOException {
        Json golden = golden(file);
        List<String> unread = new ArrayList<>();
        Fields fields = mapping.read(golden.at("row"), (Field<?> field) -> unread.add(field.name()));
        Map<String, Object> expected =
                new ObjectMapper().readValue(golden.at("fields").bytes(), new TypeReference<>() {});
        assertThat(fields.plain(type)).isEqualTo(expected);
        assertThat(unread)
                .containsExactlyElementsOf(golden.at("unread").items().stream()
                        .flatMap(name -> name.text().stream())
                        .toList());
    }

    private static Json golden(String file) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + file + ".json")) {
            return Json.read(in.readAllBytes());
        }
    }
}
