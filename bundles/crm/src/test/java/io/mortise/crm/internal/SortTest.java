package io.mortise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Find;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {
    private static Find sorted(EntityType type, String by) {
        return Sort.of(type, Find.all(type), Optional.of(by));
    }

    @Test
    void every_list_is_sorted_by_name_and_by_last_change_both_ways() {
        for (EntityType type : RecordRoutes.TYPES) {
            assertThat(sorted(type, "name").sort()).contains(type.title());
            assertThat(sorted(type, "name").isDown()).isFalse();
            assertThat(sorted(type, "-name").isDown()).isTrue();
            assertThat(sorted(type, "-updated").sort()).contains(EntityType.CHANGED_AT);
            assertThat(sorted(type, "-updated").isDown()).isTrue();
        }
    }

    @Test
    void without_a_wish_it_stays_as_it_is() {
        assertThat(Sort.of(Contact.TYPE, Find.all(Contact.TYPE), Optional.empty())
                        .sort())
                .isEmpty();
    }

    /** Fields of the type have no index, so a list by one of them would have to be sorted whole for each part. */
    @ParameterizedTest
    @ValueSource(strings = {"primaryEmail", "Name", "--name", "-", "changedAt", "nonsense"})
    void anything_else_is_refused_with_what_there_is(String by) {
        assertThatThrownBy(() -> sorted(Contact.TYPE, by)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
            assertThat(refusal.fields()).containsOnlyKeys("sort");
            assertThat(refusal).hasMessageContaining("name or updated");
        });
    }
}
