package io.mortise.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.model.Contact;
import io.mortise.model.Fields;
import io.mortise.model.Labelled;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Labels EMAILS =
            new Labels(Contact.EMAILS, Contact.PRIMARY_EMAIL, "emails", "value", "label", "primary");

    private static Fields read(String json) {
        return EMAILS.in(Mapping.empty()).read(Json.read(json.replace('\'', '"').getBytes(UTF_8)));
    }

    @Test
    void theListIsASetAndADefault() {
        Fields fields = read("{'emails':[{'value':'a@x.example','label':'Work','primary':false},"
                + "{'value':'B@x.example','label':'Home','primary':true}]}");
        assertThat(fields.get(Contact.EMAILS).orElseThrow())
                .extracting(Labelled::value)
                .containsExactly("a@x.example", "b@x.example");
        assertThat(fields.get(Contact.PRIMARY_EMAIL)).contains("b@x.example");
    }

    @Test
    void withoutAMarkTheFirstIsTheDefault() {
        assertThat(read("{'emails':[{'value':'a@x.example'}]}").get(Contact.PRIMARY_EMAIL))
                .contains("a@x.example");
    }

    @Test
    void anEmptyListIsNoneAndAMissingOneUnknown() {
        assertThat(read("{'emails':[]}").mentions(Contact.EMAILS)).isTrue();
        assertThat(read("{'emails':[]}").get(Contact.EMAILS)).isEmpty();
        assertThat(read("{}").mentions(Contact.EMAILS)).isFalse();
    }

    @Test
    void whatIsWrittenReadsBack() {
        Set<Labelled> members = Set.of(new Labelled("a@x.example", "Work"), new Labelled("b@x.example", "Home"));
        Json list = Json.object().with("emails", EMAILS.write(members, Optional.of("b@x.example"), l -> l));
        Fields fields = EMAILS.in(Mapping.empty()).read(list);
        assertThat(fields.get(Contact.EMAILS)).contains(members);
        assertThat(fields.get(Contact.PRIMARY_EMAIL)).contains("b@x.example");
    }

    @Test
    void theDefaultMustBeAMember() {
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> EMAILS.requireMember(Set.of(new Labelled("a@x.example", "")), Optional.of("c@x.example")));
        assertThat(fault.remedy()).isEqualTo(Remedy.CORRECT);
        assertThat(fault.fields()).containsKey(Contact.PRIMARY_EMAIL);
    }
}
