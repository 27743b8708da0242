package io.mortise.itests.desk;

import static io.mortise.itests.desk.ServiceDesk.ok;
import static io.mortise.itests.desk.ServiceDesk.unique;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import io.mortise.itests.api.Http;
import io.mortise.itests.api.Hub;
import io.mortise.itests.api.Reply;
import io.mortise.itests.api.Until;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** BMS calls when a ticket is changed there. It is polled every 5 seconds, and everything is read once a minute. */
@ExtendWith(ProductExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class HookTest {
    private static final String POLL = "ticketsync";
    private static final Duration SOON = Duration.ofMillis(3_300);
    private final Product product;
    private ServiceDesk desk;
    /** BMS's id of a ticket, looked up before anything is measured: who opens a ticket has it read anew. */
    private String there;

    private Http stranger;

    HookTest(Unpacked unpacked) throws IOException {
        product = Product.of(unpacked, "--sandbox-scale", "0.02", "--sandbox-hooks", "true");
    }

    @BeforeAll
    void start() throws Exception {
        desk = ServiceDesk.begin(product);
        there = desk.there(desk.open());
        stranger = Hub.stranger(product);
    }

    @AfterAll
    void stop() {
        if (desk != null) desk.close();
    }

    private long calls() {
        return desk.bms()
                .control()
                .get("/_sandbox/calls?limit=1")
                .body()
                .path("total")
                .asLong();
    }

    /** Right after it, so that the next is some seconds away. */
    private void awaitPoll() throws InterruptedException {
        long before = calls();
        while (polls(before) == 0) Thread.sleep(100);
        Thread.sleep(300);
    }

    private long polls(long after) {
        long count = 0;
        for (JsonNode call : desk.bms()
                .control()
                .get("/_sandbox/calls?limit=1000&after=" + after)
                .items()) if (call.path("endpoint").asText().contains(POLL)) count++;
        return count;
    }

    /** In a list, which reads nothing anew. */
    private boolean isListed(String word) {
        return !desk.list("state=all&q=" + word).isEmpty();
    }

    private Duration shown() throws InterruptedException {
        awaitPoll();
        String word = unique("changed");
        long begun = System.nanoTime();
        desk.bms().change("tickets", there, "{\"title\":\"" + word + "\"}");
        while (!isListed(word) && System.nanoTime() - begun < 30_000_000_000L) Thread.sleep(50);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(isListed(word)).isTrue();
        return took;
    }

    @Test
    @Order(1)
    void e16_what_is_changed_in_bms_shows_long_before_the_next_poll() throws Exception {
        List<Duration> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) all.add(shown());
        assertThat(all)
                .filteredOn(time -> time.compareTo(SOON) < 0)
                .as("%s", all)
                .hasSizeGreaterThanOrEqualTo(3);
        JsonNode hook = hook();
        assertThat(hook.path("path").asText()).isEqualTo("/hooks/bms");
        assertThat(hook.path("signed").asBoolean()).isTrue();
        assertThat(hook.path("heard").isTextual()).isTrue();
        assertThat(hook.path("guide").size()).isPositive();
    }

    private JsonNode hook() {
        return ok(desk.admin().get("/api/connections/bms")).body().path("hook");
    }

    private Reply call(String connection, String body, String signature) {
        return stranger.with("Signature", signature).post("/hooks/" + connection, body);
    }

    private static String signature(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("sandbox".getBytes(UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    }

    @Test
    @Order(2)
    void a_call_that_bms_didnt_sign_is_refused_as_one_to_nowhere_and_leads_to_no_look() throws Exception {
        String right = signature("{}");
        awaitPoll();
        long before = calls();
        Reply wrong = call("bms", "{ }", right);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.type()).startsWith("application/problem+json");
        assertThat(stranger.post("/hooks/bms", "{}").status()).isEqualTo(401);
        Reply nowhere = call("nowhere", "{}", right);
        assertThat(nowhere.status()).isEqualTo(401);
        assertThat(nowhere.detail()).isEqualTo(wrong.detail());
        assertThat(stranger.get("/hooks/bms").status()).isEqualTo(405);
        Thread.sleep(2_000);
        assertThat(polls(before)).isZero();
        assertThat(hook().path("refused").isTextual()).isTrue();
    }

    @Test
    @Order(3)
    void a_call_is_bounded_and_many_right_ones_are_one_look_a_second() throws Exception {
        String large = " ".repeat((256 << 10) + 1);
        assertThat(call("bms", large, signature(large)).status()).isEqualTo(413);
        String right = signature("{}");
        awaitPoll();
        long before = calls();
        long begun = System.nanoTime();
        for (int i = 0; i < 100; i++)
            assertThat(call("bms", "{}", right).status()).isEqualTo(202);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(took).isLessThan(Duration.ofMillis(100 * 50));
        Thread.sleep(1_500);
        assertThat(polls(before)).isBetween(1L, took.toSeconds() + 4);
    }

    @Test
    @Order(4)
    void who_is_refused_often_is_told_to_wait_and_bms_is_heard_all_the_same() throws Exception {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) answers.add(call("bms", "{}", "sha256=00").status());
        assertThat(answers).contains(429).containsOnly(401, 429);
        assertThat(answers.get(29)).isEqualTo(429);
        assertThat(call("bms", "{}", signature("{}")).status()).isEqualTo(202);
    }

    @Test
    @Order(5)
    void calls_that_are_lost_are_made_up_for_by_the_poll() throws Exception {
        for (JsonNode webhook : desk.bms().holding("webhooks", ""))
            assertThat(bms().delete("/v2/admin/webhooks/" + webhook.path("id").asText())
                            .status())
                    .isEqualTo(200);
        awaitPoll();
        awaitPoll(); // whatever was told before has been looked at
        String word = unique("untold");
        desk.bms().change("tickets", there, "{\"title\":\"" + word + "\"}");
        Until.is(() -> isListed(word), Duration.ofSeconds(60), () -> word);
    }

    private Http bms() {
        Http there = Http.at(URI.create("http://127.0.0.1:" + (product.sandboxPort() + 1)));
        String form = "grantType=password&userName=api&password=sandbox&tenant=Sandbox";
        Reply answer = there.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/v2/security/authenticate", form.getBytes(UTF_8));
        return there.with(
                "Authorization",
                "Bearer " + answer.body().path("result").path("accessToken").asText());
    }
}
