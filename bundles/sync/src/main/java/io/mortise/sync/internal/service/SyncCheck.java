package io.mortise.sync.internal.service;

import io.mortise.api.Check;
import io.mortise.sync.internal.remote.LiveRemote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which connections can't be used. People go on working with what is here meanwhile, so it never says no. Answers from
 * memory.
 */
@Component
public final class SyncCheck implements Check {
    private final Engine engine;

    @Activate
    public SyncCheck(@Reference Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public Result check() {
        Stream<String> away = engine.network().absent().stream()
                .map(id -> "the connector of " + engine.network().called(id) + " isn't running");
        Stream<String> unusable = engine.network().open().stream().flatMap(remote -> trouble(remote).stream());
        List<String> all = Stream.concat(unusable, away).toList();
        if (all.isEmpty()) return Result.OK;
        // that only: what the vendor said is for those who have signed in
        return Result.but(all.stream().collect(Collectors.joining("; ", "", ". The page Sync says more")));
    }

    private Optional<String> trouble(LiveRemote remote) {
        if (remote.contact().isForbidden())
            return Optional.of(remote.system() + " has an address that mustn't be called");
        if (remote.contact().isLost()) return Optional.of(remote.system() + " can't be found");
        if (remote.contact().isStranger())
            return Optional.of("another program answers at the address of " + remote.system());
        if (!remote.trouble().isEmpty()) return Optional.of(remote.system() + " doesn't accept the sign-in");
        boolean never = remote.types().isEmpty()
                && !engine.progress().error(remote.id(), "").isEmpty();
        if (never || !remote.silence().isEmpty()) return Optional.of(remote.system() + " can't be reached");
        return Optional.empty();
    }
}
