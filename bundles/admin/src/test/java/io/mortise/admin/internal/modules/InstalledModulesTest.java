package io.mortise.admin.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mortise.api.Modules.Plan;
import io.mortise.api.Modules.State;
import io.mortise.api.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledModulesTest {
    private static final BundleJar V1 = BundleJar.named("example.vendor", "1.0.0");
    private static final BundleJar V2 = BundleJar.named("example.vendor", "2.0.0");

    @TempDir
    Path home;

    private House house;

    @BeforeEach
    void build() throws Exception {
        house = new House(home);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void an_uploaded_module_runs_and_is_kept_for_the_next_start() throws Exception {
        assertThat(house.upload(V1).state()).isEqualTo(State.RUNNING);

        assertThat(house.state("example.vendor")).isEqualTo("1.0.0 running");
        assertThat(house.uploaded("example.vendor")).hasBinaryContent(V1.bytes());
    }

    @Test
    void a_newer_version_takes_its_place_and_the_one_before_can_come_back() throws Exception {
        house.upload(V1);
        house.upload(V2);
        assertThat(house.state("example.vendor")).isEqualTo("2.0.0 running");

        house.modules.back(House.ADMIN, "example.vendor");
        assertThat(house.state("example.vendor")).isEqualTo("1.0.0 running");
    }

    @Test
    void a_file_that_is_no_bundle_is_refused_and_nothing_changes() throws Exception {
        byte[] text = "no jar at all".getBytes(StandardCharsets.UTF_8);
        byte[] jar = new BundleJar(V1.headers(), V1.entries()).bytes();
        byte[] half = java.util.Arrays.copyOf(jar, jar.length / 2);
        byte[] nameless = new BundleJar(java.util.Map.of("Bundle-Name", "x"), java.util.Map.of()).bytes();
        byte[] escaping = BundleJar.named("../../escape", "1").bytes();

        for (byte[] file : new byte[][] {text, new byte[0], half, nameless, escaping})
            refused(() -> house.plan(file), Refusal.Reason.INVALID, "This file is not an OSGi bundle");
        nothingIsLeft();
    }

    @Test
    void a_file_with_too_many_entries_is_refused() throws Exception {
        java.util.Map<String, String> many = new java.util.TreeMap<>();
        for (int i = 0; i <= 20_000; i++) many.put("e" + i, "");
        byte[] file = new BundleJar(V1.headers(), many).bytes();

        refused(() -> house.plan(file), Refusal.Reason.INVALID, "more than 20000 entries");
        nothingIsLeft();
    }

    @Test
    void a_missing_import_is_named_and_the_version_that_runs_is_not_touched() throws Exception {
        house.upload(V1);
        house.stopped.clear();
        Plan plan = house.plan(
                V2.with("Import-Package", "com.acme.nope;version=\"[1.2,2)\"").bytes());

        assertThat(plan.problems()).first().asString().contains("com.acme.nope 1.2.0 or later, below 2.0.0");
        assertThat(plan.problems()).last().asString().contains("Unable to resolve");
        refused(() -> house.modules.apply(House.ADMIN, plan), Refusal.Reason.INVALID, "com.acme.nope");
        assertThat(house.state("example.vendor")).isEqualTo("1.0.0 running");
        assertThat(house.stopped).doesNotContain("example.vendor");
        assertThat(house.uploaded("example.vendor")).hasBinaryContent(V1.bytes());
    }

    @Test
    void a_chain_of_missing_imports_is_told_to_its_end() throws Exception {
        house.context()
                .installBundle(
                        "half",
                        new java.io.ByteArrayInputStream(BundleJar.named("example.half", "1")
                                .with("Export-Package", "example.half")
                                .with("Import-Package", "com.acme.deeper")
                                .bytes()));

        assertThat(house.plan(V1.with("Import-Package", "example.half").bytes()).problems())
                .singleElement()
                .asString()
                .contains("example.half", "com.acme.deeper");
    }

    @Test
    void a_service_that_nobody_declares_is_named() throws Exception {
        BundleJar wanting =
                V1.with("Require-Capability", "osgi.service;filter:=\"(objectClass=com.acme.Nope)\";effective:=active");

        assertThat(house.plan(wanting.bytes()).problems())
                .containsExactly("It needs the service com.acme.Nope, which no installed module declares.");
        nothingIsLeft();
    }

    @Test
    void when_a_promised_part_does_not_appear_the_version_before_comes_back() throws Exception {
        house.upload(V1);
        BundleJar broken = V2.with("Service-Component", "OSGI-INF/part.xml").entry("OSGI-INF/part.xml", "<no");

        refused(() -> house.upload(broken), Refusal.Reason.INVALID, "only 0 of them can be read");
        assertThat(house.state("example.vendor")).isEqualTo("1.0.0 running");
        assertThat(house.uploaded("example.vendor")).hasBinaryContent(V1.bytes());
    }

    @Test
    void when_a_start_fails_what_was_added_is_gone_again() throws Exception {
        BundleJar failing = V1.with("Bundle-Activator", "example.Missing");

        refused(() -> house.upload(failing), Refusal.Reason.INVALID, "example.Missing");
        nothingIsLeft();
    }

    @Test
    void a_stopped_module_stays_so_until_it_is_started() throws Exception {
        house.upload(V1);
        assertThat(house.modules.stop(House.ADMIN, "example.vendor").state()).isEqualTo(State.STOPPED);
        assertThat(house.marked()).containsExactly("example.vendor");

        house.upload(V2);
        assertThat(house.state("example.vendor")).isEqualTo("2.0.0 not running");

        assertThat(house.modules.start(House.ADMIN, "example.vendor").state()).isEqualTo(State.RUNNING);
        assertThat(house.marked()).isEmpty();
    }

    @Test
    void a_part_that_waits_tells_for_what() throws Exception {
        house.own(BundleJar.named("io.mortise.example", "1.0.0")
                .with("Service-Component", "OSGI-INF/part.xml")
                .entry("OSGI-INF/part.xml", """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="part">
                          <implementation class="example.Part"/>
                          <reference name="it" interface="com.acme.Needed"/>
                        </scr:component>"""));

        assertThat(house.modules.list()).singleElement().satisfies(module -> {
            assertThat(module.state()).isEqualTo(State.WAITING);
            assertThat(module.trouble()).isEqualTo("part waits for the service com.acme.Needed.");
        });
    }

    @Test
    void removing_an_uploaded_module_brings_back_what_it_replaced() throws Exception {
        house.own(BundleJar.named("io.mortise.example", "1.0.0"));
        refused(
                () -> house.modules.remove(House.ADMIN, "io.mortise.example"),
                Refusal.Reason.VIEW_ONLY,
                "came with Mortise");
        assertThat(house.modules.list())
                .singleElement()
                .satisfies(module -> assertThat(module.stays()).contains("came with Mortise", "You can stop it"));
        assertThat(house.upload(BundleJar.named("io.mortise.example", "2.0.0")).stays())
                .isEmpty();
        assertThat(house.state("io.mortise.example")).isEqualTo("2.0.0 running");

        house.modules.remove(House.ADMIN, "io.mortise.example");
        assertThat(house.state("io.mortise.example")).isEqualTo("1.0.0 running");
        assertThat(house.uploaded("io.mortise.example")).doesNotExist();
    }

    @Test
    void an_added_module_can_be_removed_but_not_while_another_uses_it() throws Exception {
        house.upload(V1.with("Export-Package", "example.offered").entry("example/offered/x.txt", "x"));
        house.upload(BundleJar.named("example.user", "1").with("Import-Package", "example.offered"));

        refused(() -> house.modules.remove(House.ADMIN, "example.vendor"), Refusal.Reason.DENIED, "example.user uses");
        house.modules.remove(House.ADMIN, "example.user");
        house.modules.remove(House.ADMIN, "example.vendor");
        nothingIsLeft();
    }

    @Test
    void the_core_is_neither_stopped_nor_replaced_under_our_feet() throws Exception {
        house.own(BundleJar.named("io.mortise.sync", "1.0.0"));
        house.own(BundleJar.named("io.mortise.web", "1.0.0"));

        refused(() -> house.modules.stop(House.ADMIN, "io.mortise.sync"), Refusal.Reason.DENIED, "core");
        refused(
                () -> house.upload(BundleJar.named("io.mortise.web", "2.0.0")),
                Refusal.Reason.DENIED,
                "carries the change");
        refused(() -> house.upload(BundleJar.named("org.apache.felix.scr", "9.0.0")), Refusal.Reason.DENIED, "library");
        refused(() -> house.modules.stop(House.ADMIN, "org.apache.felix.scr"), Refusal.Reason.NOT_FOUND, "no module");
        assertThat(house.state("io.mortise.web")).isEqualTo("1.0.0 running");
    }

    @Test
    void who_may_not_changes_nothing() throws Exception {
        house.upload(V1);

        refused(() -> house.modules.stop(House.READER, "example.vendor"), Refusal.Reason.DENIED, "modules.manage");
        refused(() -> house.modules.remove(House.READER, "example.vendor"), Refusal.Reason.DENIED, "modules.manage");
        assertThat(house.state("example.vendor")).isEqualTo("1.0.0 running");
    }

    @Test
    void a_plan_made_before_another_change_is_refused() throws Exception {
        Plan early = house.plan(V1.bytes());
        house.upload(BundleJar.named("example.other", "1"));

        refused(() -> house.modules.apply(House.ADMIN, early), Refusal.Reason.STALE, "Upload it again");
        assertThat(house.state("example.vendor")).isEqualTo("none");
    }

    @Test
    void a_jar_copied_into_the_folder_is_taken_in_and_goes_with_its_file() throws Exception {
        Path jar = house.droppedIn().resolve("any.jar");
        Files.write(jar, V1.bytes());
        await("1.0.0 running");
        assertThat(house.uploaded("example.vendor")).doesNotExist();
        assertThat(house.modules.list())
                .singleElement()
                .satisfies(module -> assertThat(module.stays()).contains("folder modules"));

        Files.write(jar, V2.bytes());
        await("2.0.0 running");

        Files.delete(jar);
        await("none");
    }

    @Test
    void an_uploaded_version_counts_more_than_a_dropped_in_one() throws Exception {
        DropFolder.Taker taker = house.modules;
        house.upload(V2);
        Path jar = Files.write(home.resolve("late.jar"), V1.bytes());

        refused(() -> taker.takeIn(Inspection.of(jar)), Refusal.Reason.DENIED, "was uploaded");
        assertThat(house.state("example.vendor")).isEqualTo("2.0.0 running");
    }

    private void await(String state) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!house.state("example.vendor").equals(state) && System.nanoTime() < end) Thread.sleep(50);
        assertThat(house.state("example.vendor")).isEqualTo(state);
    }

    private void nothingIsLeft() throws Exception {
        assertThat(house.modules.list()).isEmpty();
        assertThat(house.context().getBundles()).noneMatch(b -> b.getLocation().startsWith("trial:"));
        try (Stream<Path> left = Files.walk(home.resolve("data"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static void refused(ThrowingCallable change, Refusal.Reason reason, String words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(change)
                .withMessageContaining(words)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
