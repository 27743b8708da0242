package io.mortise.admin.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Modules.Installed;
import io.mortise.api.Modules.State;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModulesCheckTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private final House house = new House();

    /** The modules and the time, as a test sets them. */
    private static final class House extends Clock {
        private State ours = State.RUNNING;
        private State theirs = State.RUNNING;
        private Instant now = NOON;

        List<Installed> list() {
            return List.of(
                    new Installed(
                            "io.mortise.crm",
                            "Mortise CRM",
                            "",
                            "1.0.0",
                            ours,
                            "",
                            "secret reason",
                            "it came with Mortise"),
                    new Installed("org.example.extra", "Extra", "", "1.0.0", theirs, "", "it waits", ""));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private final ModulesCheck check = new ModulesCheck(house::list, house);

    @Test
    void a_part_of_ours_that_never_came_up_is_told_at_once_without_its_reason() {
        house.ours = State.WAITING;
        assertThat(check.check().ok()).isFalse();
        assertThat(check.check().detail()).contains("Mortise CRM").doesNotContain("secret");
        house.ours = State.RUNNING;
        assertThat(check.check().ok()).isTrue();
    }

    @Test
    void one_that_is_being_replaced_counts_after_a_while_only() {
        assertThat(check.check().ok()).isTrue();
        house.ours = State.WAITING;
        house.now = NOON.plusSeconds(3600);
        assertThat(check.check().ok()).isTrue();
        house.now = house.now.plusSeconds(9);
        assertThat(check.check().ok()).isTrue();
        house.now = house.now.plusSeconds(1);
        assertThat(check.check().ok()).isFalse();
    }

    @Test
    void what_was_stopped_and_what_others_brought_does_not_count() {
        house.ours = State.STOPPED;
        house.theirs = State.WAITING;
        assertThat(check.check().ok()).isTrue();
    }
}
