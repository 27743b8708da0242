package io.mortise.sync.internal.service;

import io.mortise.api.Secrets;
import io.mortise.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Secrets in memory. */
final class KeptSecrets implements Secrets {
    final Map<String, Secret> kept = new ConcurrentSkipListMap<>();
    Runnable afterKeeping = () -> {};

    @Override
    public void keep(String name, Secret secret) {
        kept.put(name, secret);
        afterKeeping.run();
    }

    @Override
    public Optional<Secret> find(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public List<String> names() {
        return List.copyOf(kept.keySet());
    }

    @Override
    public void forget(String name) {
        kept.remove(name);
    }
}
