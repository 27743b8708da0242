package io.mortise.sync.internal.service;

import io.mortise.model.Secret;
import io.mortise.sync.internal.service.Login.Who;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/**
 * A person's own login that comes with a feature file: {@code io.mortise.sync.login~id} with {@code connection}, {@code
 * user}, {@code setting.<name>}, {@code secret.<name>}. Made once, tested when it is used first; afterwards it is the
 * person's, who may change and end it.
 */
@Component(
        service = FactoryLogin.class,
        immediate = true,
        configurationPid = "io.mortise.sync.login",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FactoryLogin {
    @Activate
    public FactoryLogin(@Reference Engine engine, Map<String, Object> config) {
        Map<String, Secret> secrets = new TreeMap<>();
        FactoryConnection.parts(config, "secret.").forEach((name, value) -> secrets.put(name, Secret.of(value)));
        Login login = new Login(
                FactoryConnection.text(config, "connection"),
                FactoryConnection.text(config, "user"),
                0,
                FactoryConnection.parts(config, "setting."),
                Map.of(),
                "",
                Who.UNKNOWN,
                Instant.now(),
                "");
        engine.logins().makeOnce(login, secrets);
    }
}
