package io.mortise.tickets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    private final Html html = new Html();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=\"alert(1)\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<style>*{display:none}</style>",
                "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
                "<form action=\"https://evil.example\"><input name=a></form>"
            })
    void nothing_runs_or_loads(String hostile) {
        assertThat(html.clean(hostile))
                .doesNotContain("script", "alert", "onclick", "onerror", "onload", "style", "evil", "src=");
    }

    @Test
    void what_people_write_stays() {
        assertThat(html.clean("<p>Hello <b>Ann</b>,<br>the <code>lpd</code> runs.</p><ul><li>1 &lt; 2</li></ul>"))
                .isEqualTo("<p>Hello <b>Ann</b>,<br>the <code>lpd</code> runs.</p><ul><li>1 &lt; 2</li></ul>");
        assertThat(html.clean("<a href=\"https://a.example/?b=1&amp;c=2\">x</a>"))
                .contains("href=\"https://a.example/?b=1&amp;c=2\"")
                .contains("rel=\"noopener noreferrer nofollow\"");
    }

    @Test
    void a_picture_in_a_text_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> html.written("<p>See <img src=\"data:image/png;base64,AAAA\"></p>", "text"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.fields()).containsOnlyKeys("text");
                    assertThat(refusal).hasMessageContaining("attachment");
                });
        assertThatThrownBy(() -> html.written("x".repeat(100_001), "text")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_value_in_a_text_is_itself_even_inside_an_attribute() {
        assertThat(Html.escaped("<b>\"Ann\" & 'Bo'</b>")).doesNotContain("<", ">", "\"", "'");
    }
}
