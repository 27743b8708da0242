package io.mortise.sync.internal.service;

import static io.mortise.api.Refusal.Reason.UNAVAILABLE;
import static io.mortise.sync.internal.service.Office.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.model.Organization;
import io.mortise.sync.internal.service.OwnLogins.Own;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person is told whose call took too long. */
@Timeout(60)
class LiveCallTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);
    private final Office office = new Office();
    private final LiveCall call = new LiveCall(office.engine, 1, 2, SHORT);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        call.close();
        office.close();
    }

    private Own own() {
        office.connect(office.ann, "ann", "1234");
        return office.engine
                .ownLogins()
                .open(office.ann, office.engine.network().live(office.id).orElseThrow());
    }

    private String hang(Lane lane) throws Fault {
        asked.countDown();
        try {
            never.await();
            return lane.type().name();
        } catch (InterruptedException e) {
            throw Fault.of(Fault.Remedy.LOOK, "it was broken off", e);
        }
    }

    @Test
    void what_was_sent_and_not_answered_in_time_may_have_arrived() {
        Own own = own();
        refused(
                () -> call.once(own, Organization.TYPE.name(), SHORT, this::hang),
                UNAVAILABLE,
                "It isn't known whether this arrived at The cabinet: look there before you try again.");
    }

    /** The system was slow to give it, and didn't notice that it was broken off. */
    @Test
    void what_comes_after_its_caller_gave_up_is_closed() throws Exception {
        Own own = own();
        CountDownLatch closed = new CountDownLatch(1);
        AutoCloseable file = closed::countDown;
        refused(
                () -> call.once(own, Organization.TYPE.name(), SHORT, lane -> {
                    hangOn();
                    return file;
                }),
                UNAVAILABLE,
                "It isn't known");
        assertThat(closed.getCount()).isEqualTo(1);
        never.countDown();
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void hangOn() {
        for (boolean over = false; !over; ) {
            try {
                over = never.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                asked.countDown(); // as a library would that goes on
            }
        }
    }

    /** A no may mean that the login has ended: whether it has is asked, too, and that may take long. */
    @Test
    void what_a_no_means_is_found_out_within_the_calls_time() {
        Own own = own();
        office.cabinet.meanwhile = tenant -> hangOn();
        refused(
                () -> call.of(own, Organization.TYPE.name(), SHORT, lane -> {
                    throw Fault.of(Fault.Remedy.SIGN_IN, "this login was withdrawn");
                }),
                UNAVAILABLE,
                "The cabinet didn't answer within");
        never.countDown();
    }

    @Test
    void one_person_takes_no_more_than_their_share_of_the_threads() throws Exception {
        Own ann = own();
        Worker bob = new Worker("bob");
        office.connect(bob, "bob", "5678");
        Own other = office.engine.ownLogins().open(bob, ann.remote());
        CountDownLatch two = new CountDownLatch(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try (LiveCall files = new LiveCall(office.engine, 8, 2, SHORT)) {
            Callable<String> file = () -> files.once(ann, Organization.TYPE.name(), LONG, lane -> {
                two.countDown();
                return hang(lane);
            });
            List<Future<String>> sent = List.of(people.submit(file), people.submit(file));
            two.await();
            refused(
                    () -> files.once(ann, Organization.TYPE.name(), LONG, Lane::type),
                    UNAVAILABLE,
                    "You have 2 files under way already. Nothing was sent.");
            assertThat(files.once(other, Organization.TYPE.name(), LONG, Lane::type))
                    .isEqualTo(Organization.TYPE);
            never.countDown();
            for (Future<String> each : sent) assertThat(each.get()).isEqualTo("organization");
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void where_all_threads_are_taken_nothing_is_sent_and_the_person_is_told_so() throws Exception {
        Own own = own();
        AtomicInteger sent = new AtomicInteger();
        CompletableFuture<String> other =
                CompletableFuture.supplyAsync(() -> call.once(own, Organization.TYPE.name(), LONG, this::hang));
        asked.await();
        refused(
                () -> call.once(own, Organization.TYPE.name(), LONG, lane -> sent.incrementAndGet()),
                UNAVAILABLE,
                "Nothing was sent");
        never.countDown();
        assertThat(other.join()).isEqualTo("organization");
        assertThat(sent).hasValue(0);
        int now = call.once(own, Organization.TYPE.name(), LONG, lane -> sent.incrementAndGet());
        assertThat(now).isEqualTo(1);
    }
}
