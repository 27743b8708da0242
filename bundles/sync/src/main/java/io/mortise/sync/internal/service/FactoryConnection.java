package io.mortise.sync.internal.service;

import io.mortise.api.Secrets;
import io.mortise.model.Secret;
import io.mortise.sync.internal.remote.Account;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/**
 * A connection that comes with a feature file: {@code io.mortise.sync.connection~id} with {@code product}, {@code
 * setting.<name>}, {@code secret.<name>}, {@code twoWay}, {@code linkEqualNames}, {@code share}, {@code speed}. Made once;
 * afterwards it is the admin's, who may change and remove it.
 */
@Component(
        service = FactoryConnection.class,
        immediate = true,
        configurationPid = "io.mortise.sync.connection",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FactoryConnection {
    @Activate
    public FactoryConnection(@Reference Engine engine, @Reference Secrets secrets, Map<String, Object> config) {
        String id = text(config, "id");
        if (engine.accounts().wasMade(id)) return;
        Account made = account(id, config);
        if (engine.accounts().find(id).isEmpty()) keepSecrets(secrets, made, config);
        engine.accounts().makeOnce(made);
        engine.refresh();
    }

    private static Account account(String id, Map<String, Object> config) {
        return new Account(
                id,
                text(config, "product"),
                parts(config, "setting."),
                true,
                flag(config, "twoWay"),
                flag(config, "linkEqualNames"),
                number(config, "share", Account.USUAL_SHARE),
                number(config, "speed", 1),
                Duration.ofMillis((long) number(config, "pollMillis", 0)),
                Set.of());
    }

    private static void keepSecrets(Secrets secrets, Account made, Map<String, Object> config) {
        parts(config, "secret.")
                .forEach((name, value) -> secrets.keep(Network.secretName(made, name), Secret.of(value)));
    }

    static Map<String, String> parts(Map<String, Object> config, String prefix) {
        Map<String, String> parts = new TreeMap<>();
        config.forEach((key, value) -> {
            if (key.startsWith(prefix)) parts.put(key.substring(prefix.length()), value.toString());
        });
        return parts;
    }

    static String text(Map<String, Object> config, String name) {
        Object value = config.get(name);
        if (value == null) throw new IllegalArgumentException("a factory setting needs " + name);
        return value.toString();
    }

    private static boolean flag(Map<String, Object> config, String name) {
        return Boolean.parseBoolean(String.valueOf(config.get(name)));
    }

    private static double number(Map<String, Object> config, String name, double usual) {
        Object value = config.get(name);
        return value == null ? usual : Double.parseDouble(value.toString());
    }
}
