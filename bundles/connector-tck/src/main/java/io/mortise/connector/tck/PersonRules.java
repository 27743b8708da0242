package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.model.Secret;
import io.mortise.model.Setting;
import io.mortise.model.Standing;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicNode;

/** A person's own session. @param tenant as which the product is connected */
record PersonRules(Tenant tenant, Map<String, String> own, String email) {
    DynamicNode all() {
        return new Rules("a person")
                .rule("a person's session carries the person's token, and the tenant's never", this::token)
                .rule("it tells who the person is", this::standing)
                .rule("without secrets of the person's own nobody is signed in", this::nobody)
                .rule("wrong ones are refused in a sentence without them", this::wrong)
                .all();
    }

    private Connector connector() {
        assumeTrue(!tenant.connector().descriptor().personal().isEmpty(), "people don't connect to it");
        assertThat(own).as("the test's personal settings").isNotEmpty();
        return tenant.connector();
    }

    private Tenant person(Map<String, String> settings) throws Fault {
        return Tenant.openAs(connector(), tenant.settings(), settings, email);
    }

    private void token() throws Fault {
        connector();
        Set<Secret> tenants = tokens(tenant);
        Tenant person = person(own);
        Set<Secret> persons = tokens(person);
        assertThat(tenants).isNotEmpty();
        assertThat(persons).isNotEmpty().doesNotContainAnyElementsOf(tenants);
        assertThat(person.wire().sent()).allMatch(sent -> tenants.stream().noneMatch(sent.tokens()::contains));
    }

    private static Set<Secret> tokens(Tenant one) throws Fault {
        one.session().standing();
        var sent = one.wire().sent();
        return sent.get(sent.size() - 1).tokens();
    }

    private void standing() throws Fault {
        Standing standing = person(own).session().standing();
        assertThat(standing.email()).isEqualToIgnoringCase(email);
        assertThat(standing.user()).isNotBlank();
        assertThat(standing.rights()).isNotEmpty();
    }

    private void nobody() {
        Map<String, String> bare = new TreeMap<>(own);
        secrets().forEach(bare::remove);
        assertThat(Rules.fault(() -> person(bare).session().standing()).remedy())
                .isIn(Remedy.SIGN_IN, Remedy.ASK_ADMIN);
    }

    private void wrong() {
        Map<String, String> wrong = new TreeMap<>(own);
        for (String secret : secrets()) if (own.containsKey(secret)) wrong.put(secret, "nobody's-" + secret);
        Fault fault = Rules.fault(() -> person(wrong).session().standing());
        assertThat(fault.remedy()).isIn(Remedy.SIGN_IN, Remedy.ASK_ADMIN);
        for (Throwable t = fault; t != null; t = t.getCause())
            assertThat(t.getMessage()).doesNotContain("nobody's-");
    }

    private Set<String> secrets() {
        Set<String> names = new TreeSet<>();
        for (Setting setting : connector().descriptor().personal())
            if (setting.form() == Setting.Form.SECRET) names.add(setting.name());
        return names;
    }
}
