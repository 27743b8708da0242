package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.store.Query;
import io.mortise.sync.internal.engine.Brake;
import io.mortise.sync.internal.engine.Brake.Held;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Very much is missing at once, as when an account's scope has been made smaller. */
class BrakeTest {
    private static final int ALL = 120;
    private final House house = new House();
    private final Shop shop = new Shop("shop", Part.PSA, Organization.TYPE);
    private final Brake brake = new Brake(house.ground);
    private Reader reader;

    @BeforeEach
    void fill() {
        show();
        reader = house.connect(shop);
        round();
        assertThat(active()).isEqualTo(ALL);
    }

    private void show() {
        for (int i = 0; i < ALL; i++)
            shop.with(Organization.TYPE, "%03d".formatted(i), Fields.of(Organization.NAME, "Client " + i));
    }

    private void round() {
        house.clock.pass(Duration.ofDays(2));
        reader.round();
        house.work();
    }

    /** Every other one, so many: each has neighbours that are still there. */
    private void loses(int count) {
        for (int i = 0; i < count; i++) shop.loses(Organization.TYPE, "%03d".formatted(2 * i));
    }

    private long active() {
        return house.store.read(s -> s.count(Query.all("organization", 1_000)));
    }

    private List<Held> held() {
        return house.store.read(s -> brake.held(s, List.of("shop")));
    }

    @Test
    void s24_aFewNeedNobodysWord() {
        loses(40);
        round();
        assertThat(active()).isEqualTo(ALL - 40);
        assertThat(held()).isEmpty();
    }

    @Test
    void s24_veryMuchIsKeptUntilAPersonSaysThatItIsGone() {
        loses(60);
        round();
        round();
        assertThat(active()).isEqualTo(ALL);
        assertThat(held())
                .singleElement()
                .satisfies(one -> assertThat(one.missing()).isEqualTo(60));
        String id = held().get(0).id();
        assertThat(house.store.<Boolean>write(s -> brake.release(s, List.of("shop"), id)))
                .isTrue();
        house.work();
        assertThat(active()).isEqualTo(ALL - 60);
        assertThat(held()).isEmpty();
    }

    @Test
    void s24_whatComesBackIsAsItWas() {
        loses(60);
        round();
        show();
        round();
        assertThat(active()).isEqualTo(ALL);
        assertThat(held()).isEmpty();
    }
}
