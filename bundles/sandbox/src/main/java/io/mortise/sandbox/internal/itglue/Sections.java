package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Comparator;
import java.util.stream.Stream;

/** The sections of a document. Inline drawings and data addresses vanish silently. */
final class Sections {
    private Sections() {}

    static Stream<Row> of(Store store, String document) {
        return store.table("document-sections")
                .with("document-id", document)
                .sorted(Comparator.comparingLong(row -> row.get("sort").asLong()));
    }

    static String safe(String html) {
        return html.replaceAll("(?is)<svg.*?</svg>", "")
                .replaceAll("(?is)<script.*?</script>", "")
                .replaceAll("(?i)(src|href)=(\"data:[^\"]*\"|'data:[^']*')", "");
    }
}
