package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Fields;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" java\nscript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<svg onload=alert(1)>",
                "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
                "<p style=\"background:url(javascript:alert(1))\" onclick=alert(1) class=x id=y>t</p>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<form action=x><input autofocus onfocus=alert(1)></form>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<style>@import 'x'</style><link rel=stylesheet href=x><base href=//evil>",
                "<<script>script>alert(1)<</script>/script>",
                "<a href=\"//evil.example/x\">x</a>"
            })
    void nothingThatRunsOrFetchesIsLeft(String hostile) {
        assertThat(Clean.html(hostile).toLowerCase())
                .doesNotContain(
                        "<script", "<img", "<svg", "<math", "<iframe", "<form", "<input", "<style", "<link", "<base")
                .doesNotContain("javascript:", "data:text")
                .doesNotContain(
                        " onerror", " onclick", " onload", " onfocus", " style=", " class=", " id=", "href=\"//");
    }

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
    void whatRunsOrLoadsLeavesNoTrace(String hostile) {
        assertThat(Clean.html(hostile))
                .doesNotContain("script", "alert", "onclick", "onerror", "onload", "style", "evil", "src=");
    }

    @Test
    void whatIsFitStaysToTheLetter() {
        for (String text : List.of(
                "<p>Hello <b>Ann</b>,<br>the <code>lpd</code> runs.</p><ul><li>1 &lt; 2</li></ul>",
                "<table><tbody><tr><td colspan=\"2\">a</td><th rowspan=\"3\">b</th></tr></tbody></table>"))
            assertThat(Clean.html(text)).isEqualTo(text);
        assertThat(Clean.html("<a href=\"https://a.example/?b=1&amp;c=2\">x</a>"))
                .contains("href=\"https://a.example/?b=1&amp;c=2\"")
                .contains("rel=\"noopener noreferrer nofollow\"");
    }

    @Test
    void whatPeopleWriteStays() {
        String text =
                "<p>Call <b>Ann</b>, <a href=\"https://example.com/a?b=1&amp;c=2\">then</a><br>or <em>Ben</em></p>"
                        + "<ul><li>one</li></ul><pre>a  b</pre>";
        assertThat(Clean.html(text))
                .contains(
                        "<b>Ann</b>",
                        "href=\"https://example.com/a?b=1&amp;c=2\"",
                        "<br>",
                        "<li>one</li>",
                        "<pre>a  b</pre>")
                .contains("rel=\"noopener noreferrer nofollow\"");
        assertThat(Clean.html(Clean.html(text))).isEqualTo(Clean.html(text));
    }

    @Test
    void whoChangesNothingTakesNothingAway() {
        Fields kept =
                Fields.of(Ticket.DESCRIPTION, new RichText("<p>See <img src=\"https://example.com/a.png\"> here</p>"));
        Fields shown = Clean.of(Ticket.TYPE, kept);
        assertThat(shown.get(Ticket.DESCRIPTION).orElseThrow().html()).doesNotContain("img");
        assertThat(Clean.given(Ticket.TYPE, kept, shown)).isEqualTo(kept);
        Fields changed = Fields.of(Ticket.DESCRIPTION, new RichText("<p>See there</p><script>x</script>"));
        assertThat(Clean.given(Ticket.TYPE, kept, changed).get(Ticket.DESCRIPTION))
                .hasValue(new RichText("<p>See there</p>"));
    }
}
