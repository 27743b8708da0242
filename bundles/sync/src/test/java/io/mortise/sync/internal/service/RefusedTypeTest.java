package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Fault.Remedy;
import io.mortise.model.Contact;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.store.LinkQuery;
import io.mortise.store.Query;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One system's account may not read locations: what becomes of locations, and of all that isn't one. */
class RefusedTypeTest {
    private final House house = new House();
    private final Shop psa = shop("psa", Part.PSA);
    private final Shop docs = shop("docs", Part.DOCS);
    private Reader first;
    private Reader second;

    private static Shop shop(String id, Part part) {
        Ref organization = Ref.to(Organization.TYPE, "1");
        return new Shop(id, part, Organization.TYPE, Location.TYPE, Contact.TYPE)
                .with(Organization.TYPE, "1", Fields.of(Organization.NAME, "Acme"))
                .with(Location.TYPE, "5", place(organization))
                .with(
                        Contact.TYPE,
                        "9",
                        Fields.with()
                                .set(Contact.ORGANIZATION, organization)
                                .set(Contact.FIRST_NAME, "Ann")
                                .set(Contact.LAST_NAME, "Lee")
                                .set(Contact.PRIMARY_EMAIL, "ann@acme.example")
                                .set(Contact.LOCATION, Ref.to(Location.TYPE, "5"))
                                .build());
    }

    private static Fields place(Ref organization) {
        return Fields.with()
                .set(Location.ORGANIZATION, organization)
                .set(Location.NAME, "Head office")
                .set(Location.IS_MAIN, true)
                .set(Location.ADDRESS1, "1 High Street")
                .set(Location.CITY, "Leeds")
                .set(Location.POSTAL_CODE, "LS1 1AA")
                .build();
    }

    private void connect() {
        first = house.connect(psa);
        second = house.connect(docs);
        round();
    }

    private void round() {
        first.round();
        second.round();
        house.work();
    }

    private long records(String type) {
        return house.store.read(s -> s.rows(Query.all(type, 100))).size();
    }

    private long linked(String connection, String type) {
        return house.store.read(s -> s.links(LinkQuery.of(connection, type), "", 100)).stream()
                .filter(link -> link.record().isPresent() && link.remoteId().isPresent())
                .count();
    }

    @Test
    void theOthersAreMatchedWithoutItAndNothingIsMadeTwiceWhenItMay() {
        psa.fails("location/changes", Remedy.ASK_ADMIN).fails("location/sweep", Remedy.ASK_ADMIN);
        connect();
        assertThat(records("organization")).isOne();
        assertThat(records("contact")).isOne();
        assertThat(linked("psa", "contact")).isOne();
        assertThat(records("location")).isOne();
        assertThat(linked("docs", "location")).isOne();
        assertThat(linked("psa", "location")).isZero();
        psa.faults.clear();
        house.clock.pass(Duration.ofMinutes(5));
        round();
        assertThat(linked("psa", "location")).isOne();
        assertThat(records("location")).isOne();
    }

    @Test
    void afterARestartItIsStillKnownThatItMayNot() {
        psa.fails("location/changes", Remedy.ASK_ADMIN).fails("location/sweep", Remedy.ASK_ADMIN);
        first = house.connect(psa);
        first.round();
        house.restart();
        psa.fails("location/changes", Remedy.RETRY).fails("location/sweep", Remedy.RETRY);
        connect();
        assertThat(linked("docs", "location")).isOne();
    }

    @Test
    void aPartThatItHadShownIsMatchedOnlyWithTheRest() {
        Ref organization = Ref.to(Organization.TYPE, "1");
        psa.with(
                        Location.TYPE,
                        "6",
                        place(organization)
                                .but()
                                .set(Location.NAME, "Depot")
                                .set(Location.IS_MAIN, false)
                                .build())
                .with(
                        Location.TYPE,
                        "7",
                        place(organization)
                                .but()
                                .set(Location.NAME, "Shed")
                                .set(Location.IS_MAIN, false)
                                .build());
        psa.fails("location/sweep@6", Remedy.ASK_ADMIN);
        connect();
        assertThat(linked("psa", "location")).isZero();
        psa.faults.clear();
        house.clock.pass(Duration.ofMinutes(5));
        round();
        assertThat(linked("psa", "location")).isEqualTo(3);
        assertThat(linked("docs", "location")).isOne();
    }

    @Test
    void aFailureThatWillPassIsWaitedFor() {
        psa.fails("location/changes", Remedy.RETRY).fails("location/sweep", Remedy.RETRY);
        connect();
        assertThat(records("location")).isZero();
        assertThat(records("contact")).isOne();
    }
}
