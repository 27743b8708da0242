package io.mortise.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static List<Json> rows(int number) {
        return Collections.nCopies(number, Json.object());
    }

    @Test
    void aListWithoutAnEndIsReported() {
        AtomicInteger asked = new AtomicInteger();
        Fault fault = catchThrowableOfType(
                Fault.class,
                () -> Rows.all(page -> {
                    asked.incrementAndGet();
                    return new Rows(rows(2), page, 2, Long.MAX_VALUE);
                }));
        assertThat(fault.remedy()).isEqualTo(Remedy.REPORT);
        assertThat(fault.getMessage()).contains("too long", "too many");
        assertThat(asked).hasValue(Rows.MOST_PAGES);
    }

    @Test
    void aListIsReadToItsEndAndNoFurther() throws Fault {
        assertThat(Rows.all(page -> new Rows(rows(2), page, 2, 2L * Rows.MOST_PAGES)))
                .hasSize(2 * Rows.MOST_PAGES);
    }

    @Test
    void aPageThatIsntFullIsTheLastOfAListWithoutALength() throws Fault {
        assertThat(Rows.full(3, page -> rows(page < 3 ? 3 : 1))).hasSize(7);
        assertThat(Rows.full(3, page -> rows(page < 3 ? 3 : 0))).hasSize(6);
    }
}
