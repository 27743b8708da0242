package io.mortise.sync.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Kind;
import io.mortise.model.Part;
import io.mortise.model.Policy;
import io.mortise.model.RichText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Field<RichText> NOTE = Field.of("note", Kind.RICH).policy(Policy.of(Policy.Rule.TEXT));
    private static final EntityType TYPE = EntityType.of("thing", Field.of("title", Kind.TEXT), NOTE);

    private static RichText text(String... paragraphs) {
        return new RichText("<p>" + String.join("</p><p>", paragraphs) + "</p>");
    }

    private static Hub hub(Object value) {
        return new Hub(Map.of("note", new Cell(value, new Evidence(1, 1), Cell.HERE, "Ann")), Map.of());
    }

    private static Side side(String id, Part part, Object shown, Pair agreed) {
        Map<String, Object> observed = new java.util.HashMap<>();
        observed.put("note", shown);
        return new Side(
                id,
                part,
                true,
                observed,
                agreed == null ? Map.of() : Map.of("note", agreed),
                Map.of("note", new Evidence(2, 2)),
                Map.of(),
                Set.of("note"),
                Side.Shows.EXACTLY,
                "");
    }

    private static Plan plan(Hub hub, Side... sides) {
        return new Reconcile(TYPE, ref -> Optional.empty()).plan(hub, List.of(sides));
    }

    @Test
    void twoSystemsAndAPersonHereWriteInOneTextAtOnce() {
        RichText base = text("a", "b", "c");
        Pair agreed = Pair.of(base, base);
        Plan plan = plan(
                hub(text("a", "b", "C here")),
                side("psa", Part.PSA, text("A psa", "b", "c"), agreed),
                side("docs", Part.DOCS, text("a", "b", "more", "c"), agreed));
        RichText all = text("A psa", "b", "more", "C here");
        assertThat(plan.hub().value("note")).isEqualTo(all);
        assertThat(plan.writes()).isEqualTo(Map.of("psa", Map.of("note", all), "docs", Map.of("note", all)));
        assertThat(plan.hub().cells().get("note").source()).isEqualTo(Cell.MERGED);
    }

    @Test
    void oneParagraphChangedByTwoIsKeptTwiceAndTold() {
        RichText base = text("a");
        Plan plan = plan(hub(text("mine")), side("docs", Part.DOCS, text("theirs"), Pair.of(base, base)));
        assertThat(plan.hub().value("note")).isEqualTo(text("mine", "theirs"));
        assertThat(plan.decisions().get(0).why()).isEqualTo("both changed the same paragraph, both are kept");
    }

    @Test
    void whatARemoteLeftAsItWasKeepsTheFormThatItCannotShow() {
        RichText ours = new RichText("<p>one <b>bold</b></p><p>two</p>");
        RichText flat = new RichText("<p>one bold</p><p>two</p>");
        Plan plan =
                plan(hub(ours), side("psa", Part.PSA, new RichText("<p>one bold</p><p>two!</p>"), Pair.of(ours, flat)));
        assertThat(plan.hub().value("note")).isEqualTo(new RichText("<p>one <b>bold</b></p><p>two!</p>"));
    }

    @Test
    void textsThatMeetForTheFirstTimeAreBothKept() {
        Plan plan = plan(hub(text("same", "mine")), side("docs", Part.DOCS, text("same", "theirs"), null));
        assertThat(plan.hub().value("note")).isEqualTo(text("same", "mine", "theirs"));
    }

    @Test
    void aTextThatIsClearedThereIsClearedHere() {
        RichText base = text("a");
        Plan plan = plan(hub(base), side("docs", Part.DOCS, null, Pair.of(base, base)));
        assertThat(plan.hub().value("note")).isNull();
        assertThat(plan.writes()).isEmpty();
    }
}
