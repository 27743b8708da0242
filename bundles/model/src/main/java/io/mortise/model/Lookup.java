package io.mortise.model;

import static io.mortise.model.Part.DOCS;
import static io.mortise.model.Part.PSA;
import static io.mortise.model.Part.RMM;

import java.util.Set;

/**
 * One entry of a short list of the connected systems: a status, a work type, a manufacturer. Read only. What a record
 * holds is the entry's word, {@link Choice#named}; the word's entry says its order, its colour and whether it may still be
 * chosen. One word of several systems is one entry. {@link EntityType#ACTIVE} is whether it may be chosen anew.
 */
public record Lookup(Entity entity) {
    private static final Policy ALL = Policy.owner(PSA, DOCS, RMM);
    private static final Policy THERE = Policy.of(Policy.Rule.DERIVED);

    /** Which list, in the hub's words: {@code ticketStatus}; a field's is {@link Field#list()}. */
    public static final Field<String> LIST =
            Field.of("list", Kind.TEXT).policy(THERE).viewOnly();

    public static final Field<String> LABEL =
            Field.of("label", Kind.TEXT).policy(ALL).canon(Canon::line).viewOnly();
    /** The key of the word that records hold. */
    public static final Field<String> WORD =
            Field.of("word", Kind.TEXT).policy(THERE).viewOnly();
    /** The word of another list that it hangs below: the issue type of a sub-issue type. */
    public static final Field<Choice> PARENT =
            Field.of("parent", Kind.CHOICE).policy(THERE).viewOnly();
    /** Where it stands in its list, from the front. None: by its label. */
    public static final Field<Long> ORDER =
            Field.of("order", Kind.WHOLE).policy(THERE).viewOnly();
    /** As CSS writes it; what isn't a colour is none. */
    public static final Field<String> COLOR =
            Field.of("color", Kind.TEXT).policy(THERE).canon(Canon::color).viewOnly();
    /** Of letters on that colour. */
    public static final Field<String> FORE_COLOR =
            Field.of("foreColor", Kind.TEXT).policy(THERE).canon(Canon::color).viewOnly();

    public static final Field<Boolean> DEFAULT =
            Field.of("isDefault", Kind.FLAG).label("Default").policy(THERE).viewOnly();
    /** Whoever has it is done with. */
    public static final Field<Boolean> CLOSED =
            Field.of("closed", Kind.FLAG).policy(THERE).viewOnly();
    /** What machines call it: an ISO code, the kind of a type. */
    public static final Field<String> CODE =
            Field.of("code", Kind.TEXT).policy(THERE).viewOnly();
    /** What else its system says of it: system, client, vendor, billable, external. */
    public static final Field<Set<String>> FLAGS =
            Field.of("flags", Kind.setOf(Kind.TEXT)).policy(THERE).viewOnly();

    public static final EntityType TYPE = EntityType.of(
                    "lookup", LABEL, LIST, WORD, PARENT, ORDER, COLOR, FORE_COLOR, DEFAULT, CLOSED, CODE, FLAGS)
            .derive(f -> f.but()
                    .set(WORD, f.get(LABEL).map(label -> Choice.named(label).key()))
                    .build())
            .matches(Match.auto(LIST, PARENT, LABEL), Match.auto(LIST, LABEL).ifMissing(PARENT));
}
