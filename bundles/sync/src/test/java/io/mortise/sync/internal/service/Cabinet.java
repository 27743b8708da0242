package io.mortise.sync.internal.service;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.connector.Token;
import io.mortise.connector.Write;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Password;
import io.mortise.model.Ref;
import io.mortise.model.Secret;
import io.mortise.model.Setting;
import io.mortise.model.Standing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A documentation in memory with people, each with a PIN; it notes who has asked for what. */
final class Cabinet implements Connector {
    static final String VALUE = "open-sesame-7Q";
    private static final Ref ACME = Ref.to(Organization.TYPE, "o");

    /** Who has asked: "tenant" or a person's name there. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** PIN by name. */
    final Map<String, String> people = new ConcurrentHashMap<>(Map.of("ann", "1234", "bob", "5678"));
    /** Who may do nothing but sign in. */
    final Set<String> denied = ConcurrentHashMap.newKeySet();
    /** Whose login is taken and may ask nothing at all. */
    final Set<String> barred = ConcurrentHashMap.newKeySet();
    /** Whose login isn't taken any more. */
    final Set<String> revoked = ConcurrentHashMap.newKeySet();

    final Map<String, byte[]> files = new TreeMap<>(Map.of("1", "hello".getBytes()));
    volatile String name = "Domain Administrator";
    volatile Optional<Instant> until = Optional.empty();
    /** Names by id. */
    final Map<String, String> customers = new ConcurrentHashMap<>(Map.of("o", "Acme"));
    /** Which of them people see; empty: all. */
    volatile Optional<Set<Ref>> reach = Optional.empty();

    volatile boolean silent;
    /** Another program has its address. */
    volatile boolean gone;

    /** Called while it is asked who somebody is; with the tenant's name. */
    volatile Consumer<String> meanwhile = tenant -> {};
    /** Sign-ins of people, those refused included. */
    final AtomicInteger attempts = new AtomicInteger();

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("cabinet", "The cabinet", Part.DOCS, c -> "https://127.0.0.1")
                .settings(Setting.text("tenant", "Tenant"), Setting.secret("key", "Key"))
                .personal(
                        Setting.text("user", "User"),
                        Setting.secret("pin", "PIN"),
                        Setting.secret("card", "Card").optional());
    }

    @Override
    public Token signIn(Connection c) throws Fault {
        if (c.person().isEmpty()) return Token.NONE.header("x-key", c.secret("key"));
        attempts.incrementAndGet();
        if (gone) throw stranger();
        String user = c.setting("user");
        boolean known = c.secret("pin").reveal().equals(people.get(user)) && !revoked.contains(user);
        if (!c.secret("key").reveal().isEmpty()) throw Fault.of(Remedy.REPORT, "a person was given the tenant's key");
        if (!known)
            throw Fault.of(Remedy.SIGN_IN, "the cabinet doesn't know this user and PIN")
                    .about("pin");
        return Token.bearer(c.secret("pin"));
    }

    @Override
    public Session open(Connection c) {
        String who = c.person().isPresent() ? c.setting("user") : "tenant";
        List<Lane> lanes = List.of(
                Lane.of(Organization.TYPE)
                        .feeds(Feed.sweep(q -> Page.last(
                                customers.keySet().stream().map(this::customer).toList())))
                        .fetch(id -> asking(who, "organization", customer(id))),
                Lane.of(Password.TYPE)
                        .feeds(Feed.sweep(q -> Page.last(List.of(password()))))
                        .fetch(id -> asking(who, "password", password()))
                        .reveal(Password.VALUE, id -> asking(who, "reveal", Secret.of(VALUE))),
                Lane.of(Attachment.TYPE)
                        .feeds(Feed.sweep(q -> Page.last(
                                files.keySet().stream().map(Cabinet::file).toList())))
                        .fetch(id -> file(id))
                        .content(id -> asking(who, "content", content(id)))
                        .upload(write -> asking(who, "upload", keep(write)), Organization.TYPE));
        return new Session() {
            @Override
            public List<Lane> lanes() {
                return lanes;
            }

            @Override
            public Standing standing() throws Fault {
                meanwhile.accept(c.setting("tenant"));
                if (gone) throw stranger();
                if (silent) throw Fault.of(Remedy.RETRY, "the cabinet is silent");
                if (barred.contains(who)) throw Fault.of(Remedy.ASK_ADMIN, "you are in no group any more");
                if (revoked.contains(who)) throw Fault.of(Remedy.SIGN_IN, "this login was withdrawn");
                Standing standing = Standing.of(who, "Editor").email(who + "@cabinet.example");
                Standing there = reach.map(standing::within).orElse(standing);
                return until.map(there::until).orElse(there);
            }
        };
    }

    private static Fault stranger() {
        return Fault.of(Remedy.SIGN_IN, "it answers 401").about(Fault.ADDRESS);
    }

    private <T> T asking(String who, String what, T answer) throws Fault {
        asked.add(who + " " + what);
        if (revoked.contains(who)) throw Fault.of(Remedy.SIGN_IN, "this login was withdrawn");
        if (denied.contains(who)) throw Fault.of(Remedy.ASK_ADMIN, "your role there is Lite");
        return answer;
    }

    private Observation customer(String id) {
        return Observation.of(Organization.TYPE, id, Fields.of(Organization.NAME, customers.get(id)));
    }

    private Observation password() {
        return Observation.of(
                Password.TYPE,
                "p",
                Fields.with()
                        .set(Password.NAME, name)
                        .set(Password.ORGANIZATION, ACME)
                        .build());
    }

    private static Observation file(String id) {
        return Observation.of(
                Attachment.TYPE,
                id,
                Fields.with()
                        .set(Attachment.NAME, "plan " + id + ".txt")
                        .set(Attachment.FILE_NAME, "plan " + id + ".txt")
                        .set(Attachment.PARENT, ACME)
                        .build());
    }

    private Content content(String id) {
        byte[] bytes = files.get(id);
        return new Content("", "text/plain", bytes.length, new ByteArrayInputStream(bytes));
    }

    private Observation keep(Write write) throws Fault {
        if (!write.fields().get(Attachment.PARENT).equals(Optional.of(ACME)))
            throw Fault.of(Remedy.FORGET, "there is no such customer");
        String id = String.valueOf(files.size() + 1);
        try {
            files.put(id, write.content().orElseThrow().bytes().readAllBytes());
        } catch (IOException e) {
            throw Fault.of(Remedy.RETRY, "the file broke off", e);
        }
        return file(id);
    }
}
