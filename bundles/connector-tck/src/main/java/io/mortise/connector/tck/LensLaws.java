package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.tck.Edits.Edit;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * A connector is a lens between a vendor's records and ours, tried with generated values. A vendor's test extends this
 * and says how to reach a system that may be written to. Nothing is shrunk: the vendor isn't what it was before a failure.
 */
public abstract class LensLaws {
    /** Signed in; the same each time. */
    protected abstract Tenant tenant() throws Fault;

    /**
     * The only values that are legal at this vendor, where a field's kind doesn't tell: entries of a list that isn't
     * one of choices. An empty list leaves the field alone.
     */
    protected <T> Optional<List<T>> only(EntityType type, Field<T> field) {
        return Optional.empty();
    }

    /** False where the vendor puts something in the place of nothing. */
    protected boolean canBeNone(EntityType type, Field<?> field) {
        return true;
    }

    /** The attributes of the vendor's own record that no field is read from and no save moves. Empty if they can't be seen. */
    protected Map<String, String> unknown(EntityType type, String id) {
        return Map.of();
    }

    @Provide
    Arbitrary<Edit> edits() throws Fault {
        return new Edits(tenant(), this).all();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenReadsBackAndNothingElseMoves(@ForAll("edits") Edit edit) throws Fault {
        Fields before = fetch(edit).fields();
        tenant().update(edit.type(), edit.id(), edit.fields());
        Fields after = fetch(edit).fields();
        for (Field<?> field : edit.type().fields())
            if (after.mentions(field) && isOurs(field))
                assertThat(left(edit, field, after))
                        .as("%s after %s", field, edit)
                        .isEqualTo(left(edit, field, edit.fields().mentions(field) ? edit.fields() : before));
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void whatWasReadAndIsWrittenChangesNothing(@ForAll("edits") Edit edit) throws Fault {
        Fields before = fetch(edit).fields();
        Map<String, String> unknown = unknown(edit.type(), edit.id());
        tenant().update(edit.type(), edit.id(), updatable(edit.type(), before));
        agree(edit, before, fetch(edit).fields());
        assertThat(unknown(edit.type(), edit.id())).as("%s", edit).isEqualTo(unknown);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void whatIsPutBackLeavesTheRecordAsItWasUnknownAttributesToo(@ForAll("edits") Edit edit) throws Fault {
        Fields before = fetch(edit).fields();
        Map<String, String> unknown = unknown(edit.type(), edit.id());
        tenant().update(edit.type(), edit.id(), edit.fields());
        tenant().update(edit.type(), edit.id(), mentioned(edit, before));
        agree(edit, before, fetch(edit).fields());
        assertThat(unknown(edit.type(), edit.id())).as("%s", edit).isEqualTo(unknown);
    }

    private Observation fetch(Edit edit) throws Fault {
        return tenant().fetch(edit.type(), edit.id());
    }

    private void agree(Edit edit, Fields before, Fields after) throws Fault {
        for (Field<?> field : edit.type().fields())
            if (isOurs(field))
                assertThat(left(edit, field, after)).as("%s, %s", field, edit).isEqualTo(left(edit, field, before));
    }

    private Fields updatable(EntityType type, Fields read) throws Fault {
        return read.only(tenant().lane(type).updatable());
    }

    private static Fields mentioned(Edit edit, Fields read) {
        Fields.Builder out = Fields.with();
        for (Field<?> field : edit.type().fields()) if (edit.fields().mentions(field)) out.copy(field, read);
        return out.build();
    }

    /** Neither the vendor's own doing nor too quick to compare. */
    private static boolean isOurs(Field<?> field) {
        return field.policy().rule() != Policy.Rule.DERIVED && !field.isFleeting();
    }

    private <T> Optional<T> left(Edit edit, Field<T> field, Fields given) throws Fault {
        Lane lane = tenant().lane(edit.type());
        return given.get(field).map(value -> lane.shown(field, value));
    }
}
