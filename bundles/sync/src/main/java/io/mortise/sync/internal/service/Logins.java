package io.mortise.sync.internal.service;

import io.mortise.api.Secrets;
import io.mortise.model.Secret;
import io.mortise.store.Document;
import io.mortise.store.Json;
import io.mortise.store.Store;
import io.mortise.store.Writing;
import io.mortise.sync.internal.service.Login.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * People's own logins as they are kept: one document each, and their secrets apart, sealed, in sets of which one counts.
 * Thread-safe.
 */
final class Logins {
    static final String NAMESPACE = "login";
    private static final String MADE = "login-made";

    private final Store store;
    private final Json json;
    private final Secrets secrets;
    private final Clock clock;
    private final Supplier<String> names;

    Logins(Store store, Json json, Secrets secrets, Clock clock) {
        this.store = store;
        this.json = json;
        this.secrets = secrets;
        this.clock = clock;
        this.names = store::newId;
    }

    Optional<Login> find(String connection, String user) {
        return store.read(s -> s.document(name(connection, user), clock.instant()))
                .map(this::read);
    }

    /**
     * Keeps a login with these secrets and no others.
     *
     * @return as it is kept; empty, and nothing is kept, if it has changed since its version
     */
    synchronized Optional<Login> keep(Login login, Map<String, Secret> given) {
        Login next = login.keys(names.get());
        boolean kept = false;
        try {
            given.forEach((name, secret) -> secrets.keep(secretName(next, name), secret));
            kept = put(next);
        } finally {
            if (!kept) forgetSecrets(secretName(next, ""));
        }
        if (!kept) return Optional.empty();
        onlyOf(next);
        return find(login.connection(), login.user());
    }

    /** Another state of the same login; nothing if it was changed or ended meanwhile. */
    synchronized void note(Login login) {
        if (login.version() > 0) put(login);
    }

    private boolean put(Login login) {
        return store.<Boolean>writeDurably(s -> {
            Document.Name name = name(login.connection(), login.user());
            Optional<Document> before = s.document(name, clock.instant());
            if (before.map(Document::version).orElse(0L) != login.version()) return false;
            write(s, before, login);
            return true;
        });
    }

    private void write(Writing s, Optional<Document> before, Login login) {
        String text = write(login);
        s.put(before.map(d -> d.next(text))
                .orElseGet(() -> Document.of(NAMESPACE, login.connection(), login.user(), text)));
    }

    /** The first of that name that was ever made, even if it was ended since. Without a check. */
    synchronized void makeOnce(Login login, Map<String, Secret> given) {
        Document.Name made = new Document.Name(MADE, login.connection(), login.user());
        if (store.read(s -> s.document(made, clock.instant())).isPresent()) return;
        if (find(login.connection(), login.user()).isEmpty()) keep(login, given);
        store.<Void>writeDurably(s -> {
            s.put(Document.of(MADE, login.connection(), login.user(), "{}"));
            return null;
        });
    }

    synchronized void forget(String connection, String user) {
        store.<Void>writeDurably(s -> {
            s.remove(name(connection, user));
            return null;
        });
        forgetSecrets(secretNames(connection) + user + "/");
    }

    private void forgetSecrets(String start) {
        secrets.names().stream().filter(name -> name.startsWith(start)).forEach(secrets::forget);
    }

    /** Names of the settings whose secrets count. */
    Set<String> secrets(Login login) {
        String start = secretName(login, "");
        return secrets.names().stream()
                .filter(name -> name.startsWith(start))
                .map(name -> name.substring(start.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Secret> secret(Login login, String setting) {
        return secrets.find(secretName(login, setting));
    }

    private void onlyOf(Login login) {
        String counting = secretName(login, "");
        secrets.names().stream()
                .filter(name -> name.startsWith(secretNames(login.connection()) + login.user() + "/"))
                .filter(name -> !name.startsWith(counting))
                .forEach(secrets::forget);
    }

    /** Where those of all people at a connection are kept. */
    static String secretNames(String connection) {
        return "login/" + connection + "/";
    }

    private static String secretName(Login login, String setting) {
        return secretNames(login.connection()) + login.user() + "/" + login.keys() + "/" + setting;
    }

    private static Document.Name name(String connection, String user) {
        return new Document.Name(NAMESPACE, connection, user);
    }

    private String write(Login login) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("settings", new TreeMap<>(login.settings()));
        out.put("place", new TreeMap<>(login.place()));
        out.put("keys", login.keys());
        out.put("name", login.who().name());
        out.put("email", login.who().email());
        out.put("role", login.who().role());
        login.who().ends().ifPresent(end -> out.put("ends", end.toEpochMilli()));
        login.who().extent().ifPresent(extent -> out.put("reaches", extent.written()));
        out.put("since", login.since().toEpochMilli());
        out.put("lost", login.lost());
        return json.write(out);
    }

    private Login read(Document document) {
        Map<String, Object> in = json.read(document.json());
        Optional<Instant> ends = Optional.ofNullable(in.get("ends")).map(Logins::moment);
        return new Login(
                document.name().owner(),
                document.name().key(),
                document.version(),
                texts(in.get("settings")),
                texts(in.get("place")),
                (String) in.get("keys"),
                new Who(
                        (String) in.get("name"),
                        (String) in.get("email"),
                        (String) in.get("role"),
                        ends,
                        Optional.ofNullable(in.get("reaches")).map(Extent::read)),
                moment(in.get("since")),
                (String) in.get("lost"));
    }

    private static Instant moment(Object millis) {
        return Instant.ofEpochMilli(((Number) millis).longValue());
    }

    private static Map<String, String> texts(Object map) {
        Map<String, String> texts = new TreeMap<>();
        ((Map<?, ?>) map).forEach((name, text) -> texts.put((String) name, (String) text));
        return texts;
    }
}
