package io.mortise.sync.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.RichText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphsTest {
    @Test
    void blocksOfRichTextAreItsParts() {
        RichText text = new RichText("<p>One <b>b</b></p>\n<ul><li>x</li><li>y</li></ul>loose<br>end");
        assertThat(Paragraphs.of(text))
                .containsExactly("<p>One <b>b</b></p>\n", "<ul><li>x</li><li>y</li></ul>", "loose<br>", "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>a</p><p>b", "</p>stray", "<ul><li><p>deep</p></li></ul>", "a < b", "<br><br>", "<p>"})
    void joinedTheyAreTheTextAgain(String html) {
        RichText text = new RichText(html);
        assertThat(Paragraphs.joined(Paragraphs.of(text), text)).isEqualTo(text);
    }

    @Test
    void linesArePartsOfPlainText() {
        assertThat(Paragraphs.of("a\n\nb\n")).containsExactly("a", "", "b", "");
        assertThat(Paragraphs.joined(Paragraphs.of("a\n\nb\n"), "")).isEqualTo("a\n\nb\n");
        assertThat(Paragraphs.of(null)).isEmpty();
    }
}
