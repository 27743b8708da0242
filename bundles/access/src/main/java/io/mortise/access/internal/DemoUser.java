package io.mortise.access.internal;

import io.mortise.model.Secret;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/**
 * Somebody to try the product as: {@code io.mortise.access.demo~id} with {@code id}, {@code name}, {@code email}, {@code
 * role}, {@code password}, from the sandbox feature's file. Never kept, and refused while the sandbox feature isn't installed.
 */
@Component(
        service = DemoUser.class,
        configurationPid = "io.mortise.access.demo",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DemoUser {
    private static final int QUICK = 1_000;
    private final Optional<User> user;

    @Activate
    public DemoUser(BundleContext context, Map<String, Object> config) {
        this.user = come(context) ? Optional.of(user(config)) : Optional.empty();
    }

    private static User user(Map<String, Object> config) {
        String id = config.get("id").toString();
        String password = new Passwords(new SecureRandom(), QUICK)
                .keep(Secret.of(config.get("password").toString()));
        Role role = Role.of(config.get("role").toString());
        return new User(id, config.get("name").toString(), config.get("email").toString(), role, password, true);
    }

    /** Whether there are or will be some. */
    static boolean come(BundleContext context) {
        String features = String.valueOf(context.getProperty("mortise.features"));
        return List.of(features.split(",")).contains("sandbox");
    }

    /** Empty in a data folder that once ran with the sandbox and now runs without it. */
    Optional<User> user() {
        return user;
    }
}
