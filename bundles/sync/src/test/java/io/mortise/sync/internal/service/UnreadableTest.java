package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Contact;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
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

    @Test
    void whatDoesntSayItsOrganizationBecomesNoRecordUntilItDoes() {
        Shop people = new Shop("shop", Part.PSA, Organization.TYPE, Contact.TYPE)
                .with(Organization.TYPE, "1", Fields.of(Organization.NAME, "One"))
                .with(Contact.TYPE, "7", Fields.of(Contact.FIRST_NAME, "Ann"));
        Reader reader = house.connect(people);
        reader.round();
        house.work();
        assertThat(contacts()).isZero();
        Fields whole = Fields.with()
                .set(Contact.FIRST_NAME, "Ann")
                .set(Contact.ORGANIZATION, Ref.to(Organization.TYPE, "1"))
                .build();
        people.with(Contact.TYPE, "7", whole);
        house.clock.pass(Duration.ofHours(1));
        reader.round();
        house.work();
        assertThat(contacts()).isOne();
    }

    private int contacts() {
        return house.store.read(s -> s.rows(Query.all("contact", 100))).size();
    }
}
