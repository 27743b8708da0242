package io.mortise.access.internal;

import io.mortise.api.Secrets;
import io.mortise.model.Secret;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Each bundle's own secrets, sealed: one instance for every bundle that uses it. */
@Component(scope = ServiceScope.BUNDLE)
public final class Keyring implements Secrets {
    private static final String NAMESPACE = "secret";
    private final Store store;
    private final Seal seal;
    private final Json json = new Json();
    private final Clock clock = Clock.systemUTC();
    private final String owner;

    @Activate
    public Keyring(ComponentContext component, BundleContext context, @Reference Store store) {
        this(store, Seal.in(folder(context), new SecureRandom()), name(component.getUsingBundle()));
    }

    Keyring(Store store, Seal seal, String owner) {
        this.store = store;
        this.seal = seal;
        this.owner = owner;
    }

    private static Path folder(BundleContext context) {
        return Path.of(context.getProperty("mortise.data"));
    }

    private static String name(Bundle using) {
        return using == null ? "" : using.getSymbolicName();
    }

    @Override
    public void keep(String name, Secret secret) {
        String sealed = json.write(Map.of("sealed", seal.close(secret, place(name))));
        store.<Void>writeDurably(s -> {
            Optional<Document> kept = s.document(document(name), clock.instant());
            s.put(kept.map(d -> d.next(sealed)).orElseGet(() -> Document.of(NAMESPACE, owner, name, sealed)));
            return null;
        });
    }

    @Override
    public Optional<Secret> find(String name) {
        return store.read(s -> s.document(document(name), clock.instant()))
                .map(d -> seal.open((String) json.read(d.json()).get("sealed"), place(name)));
    }

    @Override
    public void forget(String name) {
        store.<Void>writeDurably(s -> {
            s.remove(document(name));
            return null;
        });
    }

    @Override
    public List<String> names() {
        return store.read(s -> s.documents(NAMESPACE, owner, clock.instant())).stream()
                .map(Document::name)
                .filter(name -> name.owner().equals(owner)) // without a name of its own it would be shown all
                .map(Document.Name::key)
                .toList();
    }

    private Document.Name document(String name) {
        return new Document.Name(NAMESPACE, owner, name);
    }

    /** Bound into the seal: a sealed value that is moved to another place doesn't open. */
    private String place(String name) {
        return owner + "|" + name;
    }
}
