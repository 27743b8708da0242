package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Refusal;
import io.mortise.model.RichText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    @Test
    void what_is_written_is_cleaned() {
        assertThat(Html.written("<p>a</p>", "text", text -> text.replace("a", "b")))
                .isEqualTo(new RichText("<p>b</p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>See <img src=\"data:image/png;base64,AAAA\"></p>",
                "<IMG SRC=x>",
                "<image src=x>",
                "<svg/onload=alert(1)>",
                "<iframe src=\"https://evil.example\"></iframe>"
            })
    void a_picture_in_a_text_is_refused_with_what_to_do(String text) {
        assertThatThrownBy(() -> Html.written(text, "text", clean -> clean))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.fields()).containsOnlyKeys("text");
                    assertThat(refusal).hasMessageContaining("attachment");
                });
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> Html.written("x".repeat(100_001), "text", clean -> clean))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_word_that_only_begins_like_a_picture_is_none() {
        assertThat(Html.written("<p>&lt;img> and <imgs>x</imgs></p>", "text", clean -> clean))
                .isNotNull();
    }

    @Test
    void the_words_alone_are_what_a_person_reads() {
        assertThat(Html.text(
                        "<p>Hel<b>lo</b> <a href=\"https://a.example\" rel=\"nofollow\">Ann</a>,<br>it&nbsp;runs.</p>"
                                + "<ul><li>1 &lt; 2</li><li>a &amp;lt; b</li></ul>"))
                .isEqualTo("Hello Ann, it runs. 1 < 2 a &lt; b");
        assertThat(Html.text("<p><br></p>\n<div>&nbsp;</div>")).isEmpty();
    }

    @Test
    void a_value_in_a_text_is_itself_even_inside_an_attribute() {
        assertThat(Html.escaped("<b>\"Ann\" & 'Bo'</b>"))
                .isEqualTo("&lt;b&gt;&quot;Ann&quot; &amp; &#39;Bo&#39;&lt;/b&gt;");
    }
}
