package io.mortise.web.internal.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispositionTest {
    private static String sent(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Disposition.name("attachment; filename*=UTF-8''" + encoded);
    }

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "Bericht März.pdf, Bericht März.pdf",
        "../../etc/passwd, passwd",
        "C:\\temp\\a.txt, a.txt",
        ".., ''",
        "., ''",
        ".htaccess, .htaccess"
    })
    void a_name_is_only_a_name(String given, String kept) {
        assertThat(sent(given)).isEqualTo(kept);
    }

    @Test
    void what_turns_or_hides_parts_of_a_name_is_left_out() {
        assertThat(sent("bill\u202Egpj.exe")).isEqualTo("billgpj.exe");
        assertThat(sent("a\u200Bb\r\nc.txt")).isEqualTo("abc.txt");
    }

    @Test
    void what_is_left_without_a_name_is_a_download() {
        assertThat(Disposition.attachment("\u202E..")).contains("\"download\"");
    }
}
