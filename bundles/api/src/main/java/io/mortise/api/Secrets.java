package io.mortise.api;

import io.mortise.model.Secret;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A bundle's own secrets, sealed with the tenant's key; another bundle's are out of reach. Thread-safe. */
@ProviderType
public interface Secrets {
    void keep(String name, Secret secret);

    Optional<Secret> find(String name);

    void forget(String name);

    /** Of all that are kept. */
    List<String> names();
}
