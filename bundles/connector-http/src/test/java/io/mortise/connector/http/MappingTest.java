package io.mortise.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Choice;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the laws don't say: how the wire looks, and what strange wires mean. */
class MappingTest {
    private static final Mapping MAPPING = Mapping.empty()
            .text(Configuration.SERIAL, "serial-number")
            .flag(Contact.IMPORTANT, "isPoc")
            .writtenAs("poc")
            .not(EntityType.ACTIVE, "archived")
            .day(Configuration.PURCHASED_AT, "purchased-at")
            .choice(Configuration.STATUS, "status-id", "status-name")
            .ref(Configuration.LOCATION, "location-id", Location.TYPE)
            .shown(Configuration.MODEL, "model-name");

    private static Json json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(UTF_8));
    }

    private static Fields read(String text) {
        return MAPPING.read(json(text));
    }

    @Test
    void clearingLeavesAsNull() {
        Json written = MAPPING.write(Fields.with().clear(Configuration.SERIAL).build());
        assertThat(new String(written.bytes(), UTF_8)).isEqualTo("{\"serial-number\":null}");
    }

    @Test
    void idsTravelAsNumbers() {
        Json written = MAPPING.write(Fields.of(Configuration.STATUS, new Choice("77", "Active")));
        assertThat(new String(written.bytes(), UTF_8)).isEqualTo("{\"status-id\":77}");
    }

    @Test
    void whatIsOnlyShownIsNeverWritten() {
        assertThat(MAPPING.write(Fields.of(Configuration.MODEL, "M70q")).names())
                .isEmpty();
    }

    @Test
    void namesAreFoundInAnyLetterCase() {
        assertThat(read("{'Serial-Number':'ab12'}").get(Configuration.SERIAL)).contains("AB12");
    }

    @Test
    void nullIsNoneAndAbsentIsNotMentioned() {
        Fields fields = read("{'serial-number':null}");
        assertThat(fields.mentions(Configuration.SERIAL)).isTrue();
        assertThat(fields.get(Configuration.SERIAL)).isEmpty();
        assertThat(fields.mentions(Configuration.STATUS)).isFalse();
    }

    @Test
    void nullAndAbsentFlagsDiffer() {
        assertThat(read("{'isPoc':null}").get(Contact.IMPORTANT)).contains(false);
        assertThat(read("{}").mentions(Contact.IMPORTANT)).isFalse();
    }

    @Test
    void aFlagMayBeWrittenUnderAnotherName() {
        assertThat(MAPPING.write(Fields.of(Contact.IMPORTANT, true)).names()).containsExactly("poc");
    }

    @Test
    void zeroIsNoReferenceAndEarlyDatesAreNoDates() {
        Fields fields = read("{'location-id':0,'purchased-at':'0001-01-01T00:00:00'}");
        assertThat(fields.get(Configuration.LOCATION)).isEmpty();
        assertThat(fields.mentions(Configuration.PURCHASED_AT)).isTrue();
        assertThat(fields.get(Configuration.PURCHASED_AT)).isEmpty();
    }

    @Test
    void aDateIsTheDayOfADateTime() {
        assertThat(read("{'purchased-at':'2024-02-29T23:30:00Z'}").get(Configuration.PURCHASED_AT))
                .contains(LocalDate.of(2024, 2, 29));
    }

    @Test
    void aStrangeValueStaysUnmentionedAndTheRestIsRead() {
        Fields fields = read("{'purchased-at':'soon','serial-number':'X1'}");
        assertThat(fields.mentions(Configuration.PURCHASED_AT)).isFalse();
        assertThat(fields.get(Configuration.SERIAL)).contains("X1");
    }

    @Test
    void anErrorsNameLeadsToTheField() {
        assertThat(MAPPING.field("serial_number")).isEqualTo(Optional.of(Configuration.SERIAL));
        assertThat(MAPPING.field("Poc")).isEqualTo(Optional.of(Contact.IMPORTANT));
        assertThat(MAPPING.field("other")).isEmpty();
    }
}
