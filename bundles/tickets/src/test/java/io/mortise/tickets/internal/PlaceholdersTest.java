package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Refusal;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    @Test
    void f107_an_unknown_one_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> Placeholders.check("Hello {{contact.fristName}}, {{me.name}}"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.fields()).containsOnlyKeys("text");
                    assertThat(refusal)
                            .hasMessageContaining("{{contact.fristName}}")
                            .hasMessageContaining("contact.firstName");
                });
        assertThatCode(() -> Placeholders.check("{{ today }} and {not one}")).doesNotThrowAnyException();
    }

    @Test
    void f107_what_is_filled_in_is_text_and_never_markup() {
        assertThat(Placeholders.filled("<p>Dear {{contact.firstName}}</p>", name -> "<script>Ann & Bo</script> $1 \\"))
                .isEqualTo("<p>Dear &lt;script&gt;Ann &amp; Bo&lt;/script&gt; $1 \\</p>");
    }

    @Test
    void f107_a_value_that_looks_like_a_placeholder_is_not_filled_in_again() {
        assertThat(Placeholders.filled("{{ticket.title}}", name -> "{{me.email}}"))
                .isEqualTo("{{me.email}}");
    }
}
