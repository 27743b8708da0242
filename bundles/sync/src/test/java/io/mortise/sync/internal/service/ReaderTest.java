package io.mortise.sync.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.model.Contact;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.store.Document;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReaderTest {
    private final House house = new House();
    private final Shop shop = new Shop("shop", Part.PSA, Organization.TYPE, Location.TYPE, Contact.TYPE)
            .with(Organization.TYPE, "1", named("One"))
            .with(Organization.TYPE, "2", named("Two"))
            .with(Organization.TYPE, "3", named("Three"));

    private static Fields named(String name) {
        return Fields.of(Organization.NAME, name);
    }

    private List<Document> notes() {
        return house.store.read(s -> s.documents("arrival", "shop", house.clock.instant()));
    }

    @Test
    void aRefusedTypeLeavesTheOthersReadAndShowsItsOwnError() {
        shop.fails("location/changes", Remedy.ASK_ADMIN).fails("location/sweep", Remedy.ASK_ADMIN);
        house.connect(shop).round();
        assertThat(shop.asked).contains("organization/sweep", "contact/sweep");
        assertThat(house.progress.error("shop", "location")).startsWith("location/");
        assertThat(house.progress.blocked("shop", "location")).isTrue();
        assertThat(house.progress.error("shop", "contact")).isEmpty();
    }

    @Test
    void aFeedThatFailsIsPutOffAloneAndItsErrorGoesWhenItSucceeds() {
        shop.fails("location/sweep", Remedy.RETRY);
        Reader reader = house.connect(shop);
        reader.round();
        reader.round();
        assertThat(shop.asked).containsOnlyOnce("location/sweep").contains("location/changes", "contact/sweep");
        assertThat(house.progress.error("shop", "location")).isEqualTo("location/sweep failed");
        shop.faults.clear();
        house.clock.pass(Duration.ofMinutes(2));
        reader.round();
        assertThat(house.progress.error("shop", "location")).isEmpty();
        assertThat(house.progress.fresh("shop", "location")).isPresent();
    }

    @Test
    void aWishOutlivesTheReaderThatCouldntGrantIt() {
        Reader first = house.connect(shop);
        first.round();
        shop.asked.clear();
        shop.fails("organization/sweep", Remedy.RETRY);
        first.readAll();
        first.round();
        first.round();
        assertThat(shop.asked).containsOnlyOnce("organization/sweep", "location/sweep", "contact/sweep");
        shop.faults.clear();
        shop.asked.clear();
        house.restart();
        Reader second = house.connect(shop);
        second.round();
        second.round();
        assertThat(shop.asked).containsOnlyOnce("organization/sweep").doesNotContain("location/sweep", "contact/sweep");
    }

    @Test
    void aWishMadeBeforeAnythingIsKnownIsGranted() {
        house.connect(shop).round();
        shop.asked.clear();
        house.restart();
        Reader next = house.connect(shop);
        next.readAll();
        next.round();
        assertThat(shop.asked).contains("organization/sweep", "location/sweep", "contact/sweep");
    }

    @Test
    @Timeout(10)
    void aRestIsEndedByAWishAndByTheStop() throws Exception {
        shop.faults.put("organization/changes", Fault.slowDown(Duration.ofMinutes(15), true));
        Reader reader = house.connect(shop);
        Thread thread = new Thread(reader);
        thread.start();
        while (!shop.asked.contains("organization/changes")) Thread.sleep(10);
        shop.faults.clear();
        reader.readAll();
        while (!shop.asked.contains("contact/sweep")) Thread.sleep(10);
        shop.faults.put("organization/changes", Fault.slowDown(Duration.ofMinutes(15), true));
        house.clock.pass(Duration.ofMinutes(5));
        long before = polls();
        while (polls() == before) Thread.sleep(10);
        reader.stop();
        thread.join();
    }

    @Test
    @Timeout(10)
    void whoRestsFirstHasLookedWhatThereIs() throws Exception {
        Reader reader = house.connect(shop).after(Duration.ofHours(1));
        Thread thread = new Thread(reader);
        thread.start();
        while (house.remotes.get(0).types().isEmpty()) Thread.sleep(10);
        Thread.sleep(100);
        assertThat(shop.asked).isEmpty();
        reader.readAll();
        while (!shop.asked.contains("contact/sweep")) Thread.sleep(10);
        reader.stop();
        thread.join();
    }

    private long polls() {
        return shop.asked.stream().filter("organization/changes"::equals).count();
    }

    @Test
    void whatTheLastLifeComplainedOfIsOver() {
        shop.fails("location/sweep", Remedy.RETRY);
        house.connect(shop).round();
        shop.faults.clear();
        Shop successor = new Shop("shop", Part.PSA, Organization.TYPE);
        house.connect(successor).round();
        assertThat(house.progress.error("shop", "location")).isEmpty();
    }

    @Test
    void aSweepWaitsForTheChangeFeedToHaveItsPlaceButNotForEver() {
        shop.fails("location/changes", Remedy.RETRY);
        Reader reader = house.connect(shop);
        reader.round();
        assertThat(shop.asked).contains("location/changes").doesNotContain("location/sweep");
        for (int i = 0; i < 3; i++) {
            house.clock.pass(Duration.ofMinutes(2));
            reader.round();
        }
        assertThat(shop.asked).contains("location/sweep");
    }

    @Test
    void whatConcernsTheWholeConnectionEndsTheRound() {
        shop.fails("organization/changes", Remedy.SIGN_IN);
        house.connect(shop).round();
        assertThat(shop.asked).containsOnly("organization/changes");
        assertThat(house.progress.error("shop", "contact")).isEqualTo("organization/changes failed");
    }

    @Test
    void classesThatAreGoneDontEndTheReading() {
        Reader reader = house.connect(shop, () -> {
            throw new NoClassDefFoundError("io/mortise/connector/shop/Mapping");
        });
        assertThat(reader.round()).isEqualTo(10_000);
        assertThat(reader.round()).isLessThan(10_000);
        assertThat(house.progress.error("shop", "contact")).isEqualTo("Reading failed: see the log");
    }

    @Test
    void whatWasOwedIsDerivedAgainUntilThatHasSucceeded() {
        house.store.<Void>write(s -> {
            s.put(Document.of("arrival", "shop", "r/organization/7", "{}"));
            return null;
        });
        AtomicInteger commits = new AtomicInteger();
        house.store.onCommit(() -> {
            if (commits.getAndIncrement() == 0) throw new IllegalStateException("the disk is full");
        });
        Reader reader = house.connect(shop);
        reader.round();
        assertThat(shop.asked).isEmpty();
        reader.round();
        assertThat(notes()).isEmpty();
        assertThat(shop.asked).contains("contact/sweep");
    }

    @Test
    void afterARestartOnlyWhatIsDueIsReadAndTheLastPassesAreShown() {
        house.connect(shop).round();
        shop.asked.clear();
        house.restart();
        house.clock.pass(Duration.ofMinutes(10));
        Reader second = house.connect(shop);
        second.round();
        assertThat(shop.asked).containsExactlyInAnyOrder("organization/changes", "location/changes", "contact/changes");
        assertThat(house.progress
                        .last("shop", "organization")
                        .orElseThrow()
                        .counts()
                        .seen())
                .isEqualTo(3);
        assertThat(house.progress.fresh("shop", "organization")).isPresent();
        house.clock.pass(Duration.ofHours(1));
        second.round();
        assertThat(shop.asked).contains("organization/sweep", "location/sweep", "contact/sweep");
    }

    @Test
    void aPassThatACrashCutShortGoesOnWhereItStood() {
        shop.fails("organization/sweep@2", Remedy.RETRY);
        house.connect(shop).round();
        shop.faults.clear();
        shop.asked.clear();
        house.restart();
        house.connect(shop).round();
        assertThat(shop.asked).contains("organization/sweep@2").doesNotContain("organization/sweep");
        assertThat(house.progress
                        .last("shop", "organization")
                        .orElseThrow()
                        .counts()
                        .seen())
                .isEqualTo(3);
    }

    @Test
    void whatASystemTellsOfIsReadAtOnceAndNothingElse() {
        Reader reader = house.connect(shop);
        reader.round();
        shop.asked.clear();
        reader.hint(Set.of("location", "nothing of ours"), Hints.PROVEN);
        reader.hint(Set.of("location"), Hints.PROVEN);
        reader.round();
        reader.round();
        assertThat(shop.asked).containsExactly("location/changes");
    }

    @Test
    void whatFailedIsntTriedSoonerBecauseItsSystemTellsOfIt() {
        Reader reader = house.connect(shop);
        reader.round();
        shop.fails("location/changes", Remedy.RETRY);
        reader.hint(Set.of("location"), Hints.PROVEN);
        reader.round();
        shop.asked.clear();
        house.clock.pass(Duration.ofMillis(100));
        reader.hint(Set.of("location"), 0);
        reader.round();
        assertThat(shop.asked).isEmpty();
        house.clock.pass(Duration.ofMinutes(2));
        reader.round();
        assertThat(shop.asked).contains("location/changes");
    }

    @Test
    void whatIsToldWhileMuchIsReadDoesntWaitForTheEndOfIt() {
        Reader reader = house.connect(shop);
        reader.round();
        house.clock.pass(Duration.ofHours(2));
        reader.hint(Set.of("contact"), Hints.PROVEN);
        shop.asked.clear();
        shop.hears = call -> {
            if (call.equals("organization/sweep")) reader.hint(Set.of("location"), Hints.PROVEN);
        };
        reader.round();
        assertThat(shop.asked)
                .containsSubsequence(
                        "organization/changes", "organization/sweep", "location/changes", "organization/sweep@2")
                .containsOnlyOnce("location/changes", "contact/changes");
    }

    @Test
    void aPausedTypeIsntReadBecauseItsSystemTellsOfIt() {
        Reader reader = house.connect(shop, "location");
        reader.round();
        shop.asked.clear();
        reader.hint(Set.of("location"), Hints.PROVEN);
        reader.round();
        assertThat(shop.asked).isEmpty();
    }
}
