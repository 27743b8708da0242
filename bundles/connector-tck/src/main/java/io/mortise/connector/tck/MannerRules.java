package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Setting;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** What was seen of all the requests that the other rules caused; so these come last. */
record MannerRules(Tenant tenant) {
    DynamicNode all() {
        return new Rules("manners")
                .rule("all requests went to the one host", this::host)
                .rule("no address held a secret", this::secrets)
                .rule("all requests were made on the caller's thread", this::threads)
                .all();
    }

    private void host() {
        URI base = URI.create(tenant.wire().base());
        assertThat(tenant.wire().sent())
                .isNotEmpty()
                .allMatch(s -> s.address().getAuthority().equals(base.getAuthority()));
    }

    private void secrets() {
        for (Setting setting : settings())
            if (setting.form() == Setting.Form.SECRET && tenant.settings().containsKey(setting.name()))
                assertThat(tenant.wire().sent())
                        .noneMatch(s -> s.address()
                                .toString()
                                .contains(tenant.settings().get(setting.name())));
    }

    private List<Setting> settings() {
        return Stream.concat(
                        tenant.connector().descriptor().settings().stream(),
                        tenant.connector().descriptor().personal().stream())
                .toList();
    }

    private void threads() {
        assertThat(tenant.wire().sent()).allMatch(s -> s.by().equals(Thread.currentThread()));
    }
}
