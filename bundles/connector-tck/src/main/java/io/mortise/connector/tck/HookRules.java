package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor.Hook;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Session;
import io.mortise.model.EntityType;
import io.mortise.model.Setting;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicNode;

/**
 * The vendor's own calls.
 *
 * @param tenant whose settings have the secret
 * @param sent one as it comes, rightly signed; empty if the product doesn't call
 */
record HookRules(Tenant tenant, Optional<Request> sent) {
    DynamicNode all() {
        return new Rules("the vendor's calls")
                .rule("their secret is an optional one of the settings, and the guide says what to do", this::declared)
                .rule("one that is rightly signed tells what to look at, and nobody is asked", this::taken)
                .rule("without a secret any is taken", this::unsigned)
                .rule("one with another body is refused", this::otherBody)
                .rule("one that is signed with another secret is refused", this::otherSecret)
                .rule("one without a signature is refused", this::bare)
                .all();
    }

    private Hook hook() {
        Optional<Hook> hook = tenant.connector().descriptor().hook();
        assumeTrue(hook.isPresent(), "it doesn't call");
        return hook.get();
    }

    private Request call() {
        assertThat(tenant.settings()).containsKey(hook().secret());
        return sent.orElseThrow(() -> new AssertionError("the test gives no call"));
    }

    private void declared() {
        assertThat(hook().guide()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(tenant.connector().descriptor().settings())
                .filteredOn(setting -> setting.name().equals(hook().secret()))
                .singleElement()
                .matches(setting -> setting.form() == Setting.Form.SECRET && setting.isOptional());
    }

    private void taken() throws Fault {
        Request call = call();
        Line line = line(tenant.settings());
        line.wire().breakNext(500); // what would be asked is counted, wherever it would go
        Set<String> types = tenant.lanes().stream()
                .filter(lane -> lane.claimed(Lane.Claim.CALLS))
                .map(Lane::type)
                .map(EntityType::name)
                .collect(Collectors.toSet());
        assertThat(heard(line, call)).isNotEmpty().isSubsetOf(types);
        assertThat(line.wire().sent()).isEmpty();
    }

    private void unsigned() throws Fault {
        call();
        Map<String, String> without = new TreeMap<>(tenant.settings());
        without.remove(hook().secret());
        assertThat(heard(line(without), Request.of("POST", "/hook"))).isNotEmpty();
    }

    private void otherBody() {
        Request call = call();
        byte[] longer = Arrays.copyOf(call.body(), call.body().length + 1);
        refused(tenant.settings(), call.body(call.headers().getOrDefault("Content-Type", ""), longer));
        byte[] changed = call.body().clone();
        changed[changed.length / 2] ^= 1;
        refused(tenant.settings(), call.body(call.headers().getOrDefault("Content-Type", ""), changed));
    }

    private void otherSecret() {
        Request call = call();
        Map<String, String> other = new TreeMap<>(tenant.settings());
        other.put(hook().secret(), "nobody's-secret");
        refused(other, call);
    }

    private void bare() {
        refused(tenant.settings(), Request.of("POST", "/hook").body("application/json", call().body()));
    }

    private void refused(Map<String, String> settings, Request call) {
        Line line = line(settings);
        Fault fault = Rules.fault(() -> heard(line, call));
        assertThat(fault.remedy()).isEqualTo(Remedy.ASK_ADMIN);
        assertThat(fault.getMessage()).contains(" ").doesNotContain(settings.get(hook().secret()));
        assertThat(line.wire().sent()).isEmpty();
    }

    private Line line(Map<String, String> settings) {
        Connector connector = tenant.connector();
        return new Line(connector, settings, Optional.empty());
    }

    private Set<String> heard(Line line, Request call) throws Fault {
        try (Session session = tenant.connector().open(line)) {
            return session.webhook(call).stream().map(EntityType::name).collect(Collectors.toSet());
        }
    }
}
