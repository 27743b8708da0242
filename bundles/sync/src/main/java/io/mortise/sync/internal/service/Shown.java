package io.mortise.sync.internal.service;

import io.mortise.api.Connections.Connection;
import io.mortise.api.Connections.Hook;
import io.mortise.api.Connections.State;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Lane;
import io.mortise.model.Part;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A kept connection as people see it. */
record Shown(Engine engine, Keysets keysets) {
    Connection of(Account account) {
        Optional<Descriptor> product =
                engine.network().connector(account.product()).map(Connector::descriptor);
        Optional<LiveRemote> live = engine.network().live(account.id());
        Set<String> secrets = keysets.of(account);
        return new Connection(
                account.id(),
                engine.accounts().version(account.id()),
                account.product(),
                engine.network().called(account.id()),
                account.name(),
                product.map(Descriptor::part)
                        .or(() -> engine.network().part(account.id()))
                        .orElse(new Part("unknown")),
                new TreeMap<>(account.settings()),
                secrets,
                account.enabled(),
                account.speaks(),
                account.equalNames(),
                account.share(),
                account.without(),
                live.map(Shown::types).orElse(List.of()),
                state(account, live, product.isPresent()),
                account.enabled() ? trouble(live, product.isPresent()) : "",
                product.flatMap(Descriptor::hook).map(hook -> hook(account.id(), hook, secrets)));
    }

    private Hook hook(String id, Descriptor.Hook hook, Set<String> secrets) {
        boolean signed = secrets.contains(hook.secret());
        return new Hook(
                hook.guide(),
                signed,
                engine.heard().lastTaken(id),
                engine.heard().lastRefused(id));
    }

    /** Why nothing at all comes from it now, for whoever works with its records; "" when something does, or it is switched off. */
    String standstill(Account account) {
        return on(account)
                .map(remote -> first(Stream.of(remote.trouble(), remote.silence())))
                .orElse("");
    }

    /** By type, why it isn't read before an admin does something there. */
    Map<String, String> blocked(Account account) {
        Progress progress = engine.progress();
        return on(account).stream()
                .flatMap(remote -> remote.types().stream())
                .filter(type -> progress.blocked(account.id(), type))
                .collect(Collectors.toUnmodifiableMap(type -> type, type -> progress.error(account.id(), type)));
    }

    private Optional<LiveRemote> on(Account account) {
        return engine.network().live(account.id()).filter(remote -> account.enabled());
    }

    /** @param installed its connector is here: then it is being opened, after a change of its settings or its words */
    private static State state(Account account, Optional<LiveRemote> live, boolean installed) {
        if (!account.enabled() || account.isPaused("*")) return State.PAUSED;
        return live.map(LiveRemote::state).orElse(installed ? State.UNTESTED : State.UNREACHABLE);
    }

    private static List<String> types(LiveRemote remote) {
        return remote.lanes().stream().map(Lane::type).map(type -> type.name()).toList();
    }

    /** What concerns all of it first, then what one type meets. */
    private String trouble(Optional<LiveRemote> live, boolean installed) {
        if (live.isEmpty()) return installed ? "" : "The module that connects to it isn't running.";
        LiveRemote remote = live.get();
        Stream<String> ofAll =
                Stream.of(remote.trouble(), remote.silence(), engine.progress().error(remote.id(), ""));
        Stream<String> ofTypes =
                remote.types().stream().map(type -> engine.progress().error(remote.id(), type));
        return first(Stream.concat(ofAll, ofTypes));
    }

    private static String first(Stream<String> all) {
        return all.filter(words -> !words.isEmpty()).findFirst().orElse("");
    }
}
