package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Reach.Customers;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.store.Reading;
import io.mortise.sync.internal.engine.Pass;
import io.mortise.sync.internal.remote.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The customers that the connected documentation systems show to a person's own login. What a system told last holds while
 * it doesn't answer; who isn't connected, or not any more, sees none. Thread-safe.
 */
final class Sight {
    private static final int PART = 1_000;
    /** So long links are taken for those of a moment ago. */
    private static final Duration GOOD = Duration.ofSeconds(10);
    /** Until a customer who was just made shows everywhere, and every login has been asked for once more. */
    private static final Duration SETTLES = Duration.ofMinutes(3);

    private final Engine engine;
    private final Wholes wholes;
    /** By person, connection and set of secrets. */
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /** @param whole when the login reached every customer last; empty if it never did */
    private record Seen(Extent extent, Instant at, Optional<Instant> whole, Customers customers) {
        /** As it was before this server was started. */
        static Seen whole(Extent extent, Instant now) {
            return new Seen(extent, Instant.EPOCH, Optional.of(now), Customers.ALL);
        }

        boolean isFresh(Extent now, Instant moment) {
            return extent.equals(now) && at.plus(GOOD).isAfter(moment);
        }

        /** A customer that came since may not have been there yet when the login was asked for. */
        boolean wasWhole(Extent now, Instant moment, boolean silent) {
            boolean lost = !now.some().orElseThrow().containsAll(extent.some().orElseThrow());
            return !lost
                    && whole.filter(then -> silent || then.plus(SETTLES).isAfter(moment))
                            .isPresent();
        }
    }

    Sight(Engine engine, Wholes wholes) {
        this.engine = engine;
        this.wholes = wholes;
    }

    Customers of(Caller caller) {
        List<Account> systems = documenting();
        if (systems.size() == 1) return at(systems.get(0), caller);
        List<Customers> each =
                systems.stream().map(account -> at(account, caller)).toList();
        if (each.stream().allMatch(Customers::areAll)) return Customers.ALL;
        Set<String> some = new HashSet<>();
        for (int i = 0; i < each.size(); i++)
            some.addAll(each.get(i).some().orElse(records(systems.get(i).id())));
        String why = each.stream().map(Customers::why).filter(w -> !w.isEmpty()).collect(Collectors.joining(" "));
        return new Customers(Optional.of(some), why);
    }

    /** Organizations that a system has: who sees all of one sees not those of another. */
    private Set<String> records(String connection) {
        return engine.store().read(s -> links(s, connection)).stream()
                .flatMap(link -> link.record().stream())
                .collect(Collectors.toSet());
    }

    /** Switched on, its connector running or not; those that people can't connect to say nothing of people. */
    private List<Account> documenting() {
        return engine.accounts().all().stream()
                .filter(Account::enabled)
                .filter(account -> engine.network().part(account.id()).equals(Optional.of(Part.DOCS)))
                .filter(account -> engine.network()
                        .connector(account.product())
                        .map(connector -> !connector.descriptor().personal().isEmpty())
                        .orElse(true))
                .toList();
    }

    private Customers at(Account account, Caller caller) {
        String system = engine.network().called(account.id());
        boolean runs = engine.network().live(account.id()).isPresent();
        Optional<Login> login = runs
                ? engine.ownLogins().told(account, caller)
                : engine.logins().find(account.id(), caller.id());
        if (login.isEmpty())
            return none("Whose tickets you may see follows " + system
                    + ", and you aren't connected to it: connect with your own login under My Settings, Integrations.");
        Optional<String> over = engine.ownLogins().over(account, login.get());
        if (over.isPresent())
            return none("Whose tickets you may see follows " + system + ", and your connection to it is lost: "
                    + over.get() + " Look under My Settings, Integrations.");
        return login.get()
                .who()
                .extent()
                .map(extent -> here(login.get(), system, extent))
                .orElseGet(
                        () -> none(
                                system
                                        + " hasn't answered yet which customers you may see, and so whose tickets: look again in a moment."));
    }

    private static Customers none(String why) {
        return new Customers(Optional.of(Set.of()), why);
    }

    private Customers here(Login login, String system, Extent extent) {
        if (extent.some().isEmpty()) return Customers.ALL;
        Instant now = Instant.now();
        String key = login.user() + "/" + login.connection() + "/" + login.keys();
        Optional<Seen> before = Optional.ofNullable(seen.get(key));
        if (before.filter(seen -> seen.isFresh(extent, now)).isPresent()) return before.get().customers;
        Optional<Seen> known = before.or(() -> wholes.find(login).map(then -> Seen.whole(then, now)));
        Seen next = seen(login, system, extent, known, now);
        keep(login, known, next);
        seen.put(key, next);
        return next.customers;
    }

    private Seen seen(Login login, String system, Extent extent, Optional<Seen> before, Instant now) {
        Customers customers = linked(login, system, extent.some().orElseThrow());
        if (customers.areAll()) return new Seen(extent, now, Optional.of(now), customers);
        boolean silent = engine.ownLogins().isSilent(login);
        Optional<Seen> still = before.filter(seen -> seen.wasWhole(extent, now, silent));
        return new Seen(extent, now, still.flatMap(Seen::whole), still.isPresent() ? Customers.ALL : customers);
    }

    private void keep(Login login, Optional<Seen> before, Seen next) {
        boolean was = before.filter(seen -> seen.customers.areAll()).isPresent();
        boolean same = before.filter(seen -> seen.extent.equals(next.extent)).isPresent();
        if (next.customers.areAll() && !(was && same)) wholes.keep(login, next.extent);
        if (was && !next.customers.areAll()) wholes.forget(login);
    }

    /** Who reaches all that are documented is restricted in nothing, and sees those as well that nobody has documented. */
    private Customers linked(Login login, String system, Set<String> theirs) {
        Map<Boolean, List<Link>> links = engine.store().read(s -> links(s, login.connection())).stream()
                .collect(Collectors.partitioningBy(
                        link -> theirs.contains(link.remoteId().orElse(""))));
        boolean reads = !theirs.isEmpty() && isRead(login.connection());
        if (reads && links.get(false).isEmpty()) return Customers.ALL;
        Set<String> ids =
                links.get(true).stream().flatMap(link -> link.record().stream()).collect(Collectors.toSet());
        return new Customers(Optional.of(ids), why(system, !theirs.isEmpty(), !ids.isEmpty()));
    }

    private static String why(String system, boolean reaches, boolean sees) {
        if (sees) return "You see the tickets of those customers that " + system + " shows you.";
        return reaches
                ? "The customers that " + system + " shows you are being read: their tickets come by themselves."
                : system + " shows you no customer, and so you see no customer's tickets. Ask an administrator there.";
    }

    private boolean isRead(String connection) {
        return engine.progress()
                .sweep(connection, Organization.TYPE.name())
                .map(Pass::complete)
                .filter(complete -> complete > 0)
                .isPresent();
    }

    private static List<Link> links(Reading store, String connection) {
        LinkQuery query = LinkQuery.of(connection, Organization.TYPE.name(), Link.State.LINKED, Link.State.FOUND);
        List<Link> all = new ArrayList<>();
        List<Link> part;
        do {
            part = store.links(
                    query, all.isEmpty() ? "" : all.get(all.size() - 1).id(), PART);
            all.addAll(part);
        } while (part.size() == PART);
        return all;
    }
}
