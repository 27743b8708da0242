package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

interface DocumentRules extends Samples {
    private Document kept(Document document) {
        change(w -> w.put(document));
        return document;
    }

    private static Document document(String owner, String key) {
        return Document.of("views", owner, key, "{\"k\":\"" + key + "\"}");
    }

    @Test
    default void aDocumentComesBackAsItWas() {
        Document document =
                kept(Document.of("n'", "o\"", NASTY, "{\"a\":\"🦊\"}").until(NOON.plus(Duration.ofDays(36500))));
        assertThat(seen().document(document.name(), NOON)).contains(document);
        assertThat(seen().document(new Document.Name("n", "o", "k"), NOON)).isEmpty();
    }

    @Test
    default void theNextVersionReplacesIt() {
        Document first = kept(document("ada", "k"));
        Document second = kept(first.next("{\"v\":2}"));
        assertThat(seen().document(first.name(), NOON)).contains(second);
        assertThat(second.version()).isEqualTo(2);
    }

    @Test
    default void anotherVersionIsStale() {
        Document first = kept(document("ada", "k"));
        Document second = kept(first.next("{}"));
        assertThatThrownBy(() -> kept(first)).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> kept(first.next("{\"lost\":1}"))).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> kept(second.next("{}").next("{}"))).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> kept(document("ada", "new").next("{}"))).isInstanceOf(Stale.class);
        assertThat(seen().document(first.name(), NOON)).contains(second);
    }

    @Test
    default void whatHasExpiredIsEmpty() {
        Instant end = Instant.now().plus(Duration.ofDays(1));
        Document document = kept(document("ada", "k").until(end));
        Document stays = kept(document("ada", "l"));
        Instant last = document.until().orElseThrow();
        assertThat(seen().document(document.name(), last.minusMillis(1))).contains(document);
        assertThat(seen().document(document.name(), last)).isEmpty();
        assertThat(seen().documents("views", "ada", last)).containsExactly(stays);
    }

    @Test
    default void aNewDocumentTakesThePlaceOfAnExpiredOne() {
        Document old = kept(document("ada", "k").until(Instant.now().minusSeconds(60)));
        Document fresh = kept(document("ada", "k"));
        assertThat(seen().document(old.name(), NOON)).contains(fresh);
    }

    @Test
    default void documentsComeByOwnerAndKey() {
        Document b1 = kept(document("bob", "1"));
        Document a2 = kept(document("ada", "2"));
        Document a1 = kept(document("ada", "1"));
        Document own = kept(document("", "9"));
        kept(Document.of("views2", "ada", "1", "{}"));
        assertThat(seen().documents("views", "", NOON)).containsExactly(own, a1, a2, b1);
        assertThat(seen().documents("views", "ada", NOON)).containsExactly(a1, a2);
        assertThat(seen().documents("nothing", "", NOON)).isEmpty();
    }

    @Test
    default void aRemovedDocumentIsGoneAndMayComeAnew() {
        Document document = kept(document("ada", "k"));
        kept(document.next("{}"));
        change(w -> {
            w.remove(document.name());
            w.remove(new Document.Name("no", "such", "thing"));
        });
        assertThat(seen().document(document.name(), NOON)).isEmpty();
        kept(document);
    }

    @Test
    default void allOfOneOwnerAreRemovedAndNoOthers() {
        kept(document("ada", "1"));
        kept(document("ada", "2"));
        Document bob = kept(document("bob", "1"));
        Document own = kept(document("", "1"));
        change(w -> w.removeAll("views", "ada"));
        assertThat(seen().documents("views", "", NOON)).containsExactly(own, bob);
        change(w -> w.removeAll("views", ""));
        assertThat(seen().documents("views", "", NOON)).containsExactly(bob);
    }
}
