package io.mortise.sync.internal.swarm;

import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Kind;
import io.mortise.model.Match;
import io.mortise.model.Part;
import io.mortise.model.Policy;
import io.mortise.model.Ref;
import io.mortise.sync.internal.engine.Types;
import java.util.List;
import java.util.Set;

/** The record types of the simulated world: one inside the other, a field for each rule. */
final class Words {
    static final Part[] RANK = {Part.PSA, Part.DOCS, Part.RMM};
    static final Field<String> ORG_NAME = Field.of("name", Kind.TEXT).policy(Policy.owner(RANK));
    static final EntityType ORG =
            EntityType.of("organization", ORG_NAME).matches(Match.auto(ORG_NAME).whenSwitchedOn());

    static final Field<Ref> WITHIN = Field.ref("organization", "organization").policy(Policy.owner(RANK));
    static final Field<String> NAME = Field.of("name", Kind.TEXT).policy(Policy.owner(RANK));
    static final Field<String> OWN = Field.of("own", Kind.TEXT).policy(Policy.owner(RANK));
    static final Field<String> PHONE = Field.of("phone", Kind.TEXT).policy(Policy.latest(RANK));
    static final Field<String> TITLE = Field.of("title", Kind.TEXT).policy(Policy.latest(RANK));
    static final Field<Set<String>> MAILS =
            Field.of("mails", Kind.setOf(Kind.TEXT)).policy(Policy.of(Policy.Rule.UNION));
    static final EntityType THING = EntityType.of("thing", NAME, OWN, PHONE, TITLE, MAILS)
            .within(WITHIN)
            .matches(Match.auto(NAME));

    static final Types TYPES = () -> List.of(ORG, THING);

    private Words() {}
}
