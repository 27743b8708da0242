package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.store.Query;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnreadableTest {
    private final House house = new House();
    private final Shop shop = new Shop("shop", Part.PSA, Organization.TYPE)
            .with(Organization.TYPE, "1", Fields.of(Organization.NAME, "One"))
            .with(Organization.TYPE, "2", Fields.of(Organization.NAME, "Two"));

    private int records() {
        return house.store.read(s -> s.rows(Query.all("organization", 100))).size();
    }

    @Test
    void whatCantBeReadHoldsUpNoOtherForLongAndBecomesARecordOnceItCan() {
        shop.unreadable.add("1");
        Reader reader = house.connect(shop);
        reader.round();
        house.work();
        house.work();
        assertThat(records()).isOne();
        shop.unreadable.clear();
        house.clock.pass(Duration.ofHours(1));
        reader.round();
        house.work();
        assertThat(records()).isEqualTo(2);
    }
}
