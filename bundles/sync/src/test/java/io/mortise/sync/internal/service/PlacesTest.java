package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.store.memory.MemoryStore;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in lists, and addresses of questions, that can't be. */
class PlacesTest {
    private final Engine engine = new Engine(new MemoryStore(), new KeptSecrets(), () -> true);
    private final InboxService inbox = new InboxService(engine);
    private final RunsService runs = new RunsService(engine);
    private final Admin admin = new Admin();

    @AfterEach
    void stop() {
        engine.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "0",
                "-1",
                "+1",
                "1 ",
                "9223372036854775808",
                "9999999999999999999",
                "12345678901234567890"
            })
    void a_place_that_never_was_is_refused_in_words(String bad) {
        assertThatThrownBy(() -> inbox.list(admin, Optional.empty(), Optional.of(bad), 10))
                .isInstanceOfSatisfying(Refusal.class, PlacesTest::saysWhatToGive);
        assertThatThrownBy(() -> runs.past(admin, Optional.empty(), Optional.of(bad), 10))
                .isInstanceOfSatisfying(Refusal.class, PlacesTest::saysWhatToGive);
    }

    private static void saysWhatToGive(Refusal refusal) {
        assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
        assertThat(refusal.fields()).containsOnlyKeys("after");
        assertThat(refusal).hasMessageContaining("\"next\"");
    }

    @Test
    void the_largest_id_is_a_place() {
        Optional<String> largest = Optional.of("9223372036854775807");
        assertThat(inbox.list(admin, Optional.empty(), largest, 10).items()).isEmpty();
        assertThat(runs.past(admin, Optional.empty(), largest, 10).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "9223372036854775808"})
    void a_question_that_cannot_be_is_not_found(String bad) {
        assertThatThrownBy(() -> inbox.answer(admin, bad, "create"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maybe", "match:", "match:abc", "match:9223372036854775808", "CREATE"})
    void an_answer_that_no_question_offers_is_refused_with_those_there_are(String bad) {
        assertThatThrownBy(() -> inbox.answer(admin, "12", bad)).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.reason()).isEqualTo(Reason.INVALID);
            assertThat(r.fields()).containsOnlyKeys("answer");
            assertThat(r).hasMessageContaining("retry");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "ignore", "retry", "drop", "gone", "match:7"})
    void a_question_that_is_gone_is_stale_whatever_the_answer(String answer) {
        assertThatThrownBy(() -> inbox.answer(admin, "12", answer))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.STALE));
    }
}
