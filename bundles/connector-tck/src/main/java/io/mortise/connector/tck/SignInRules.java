package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Token;
import io.mortise.model.Setting;
import io.mortise.model.Standing;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicNode;

/** From settings to a token, and what the account may. */
record SignInRules(Connector connector, Map<String, String> settings, Map<String, String> wrong) {
    DynamicNode all() {
        return new Rules("signing in")
                .rule("right credentials are accepted, in no address, and the account has rights", this::right)
                .rule("wrong credentials are refused in a sentence without secrets", this::wrongOnes)
                .rule("an ending token is renewed", this::renewed)
                .all();
    }

    private static Standing stand(Connector connector, Line line) throws Fault {
        line.wire().use(connector.signIn(line));
        try (var session = connector.open(line)) {
            return session.standing();
        }
    }

    private void right() throws Fault {
        Line line = new Line(connector, settings, Optional.empty());
        Standing standing = stand(connector, line);
        assertThat(standing.rights()).isNotEmpty();
        for (Setting setting : connector.descriptor().settings())
            if (setting.form() == Setting.Form.SECRET && settings.containsKey(setting.name()))
                assertThat(line.wire().sent())
                        .noneMatch(s -> s.address().toString().contains(settings.get(setting.name())));
    }

    private void wrongOnes() {
        Line line = new Line(connector, wrong, Optional.empty());
        Fault fault = Rules.fault(() -> stand(connector, line));
        assertThat(fault.remedy()).isIn(Remedy.SIGN_IN, Remedy.ASK_ADMIN);
        assertThat(fault.getMessage()).contains(" ");
        for (Setting setting : connector.descriptor().settings())
            if (setting.form() == Setting.Form.SECRET && wrong.containsKey(setting.name()))
                for (Throwable t = fault; t != null; t = t.getCause())
                    assertThat(t.getMessage()).doesNotContain(wrong.get(setting.name()));
    }

    private void renewed() throws Fault {
        Line first = new Line(connector, settings, Optional.empty());
        Token token = connector.signIn(first);
        assumeTrue(token.ends().isPresent(), "its tokens don't end");
        Standing standing = stand(connector, new Line(connector, settings, Optional.of(token)));
        assertThat(standing.rights()).isNotEmpty();
    }
}
