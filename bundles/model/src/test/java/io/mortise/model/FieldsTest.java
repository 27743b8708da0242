package io.mortise.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final Fields DESK =
            Fields.with().set(Location.NAME, "Desk").set(Location.CITY, "Ulm").build();

    @Test
    void whatLiesOverIsSeenAndTheRestShowsThrough() {
        Fields over = Fields.with()
                .set(Location.CITY, "Bern")
                .set(Location.POSTAL_CODE, "3000")
                .build();
        assertThat(DESK.overlaid(over))
                .isEqualTo(Fields.with()
                        .set(Location.NAME, "Desk")
                        .set(Location.CITY, "Bern")
                        .set(Location.POSTAL_CODE, "3000")
                        .build());
        assertThat(DESK.get(Location.CITY)).contains("Ulm");
    }

    @Test
    void noneLiesOverAValueToo() {
        Fields laid = DESK.overlaid(Fields.with().clear(Location.CITY).build());
        assertThat(laid.mentions(Location.CITY)).isTrue();
        assertThat(laid.get(Location.CITY)).isEmpty();
    }

    @Test
    void nothingLaidOverOrUnderChangesNothing() {
        assertThat(DESK.overlaid(Fields.NONE)).isEqualTo(DESK);
        assertThat(Fields.NONE.overlaid(DESK)).isEqualTo(DESK);
    }

    @Test
    void onlySomeFieldsAreThoseMentionedAmongThem() {
        Fields given = DESK.but().clear(Location.POSTAL_CODE).build();
        assertThat(given.only(List.of(Location.CITY, Location.POSTAL_CODE, Location.REGION)))
                .isEqualTo(Fields.with()
                        .set(Location.CITY, "Ulm")
                        .clear(Location.POSTAL_CODE)
                        .build());
    }

    @Test
    void aCopiedFieldHasTheOthersValueOrNone() {
        Fields copied = Fields.of(Location.POSTAL_CODE, "89073")
                .but()
                .copy(Location.CITY, DESK)
                .copy(Location.POSTAL_CODE, DESK)
                .build();
        assertThat(copied)
                .isEqualTo(Fields.with()
                        .set(Location.CITY, "Ulm")
                        .clear(Location.POSTAL_CODE)
                        .build());
    }
}
