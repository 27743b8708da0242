package io.mortise.admin.internal.modules;

import io.mortise.api.Check;
import io.mortise.api.Modules;
import io.mortise.api.Modules.Installed;
import io.mortise.api.Modules.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether every module of Mortise's own that should run does, with all its parts. Those of others don't count. */
@Component
public final class ModulesCheck implements Check {
    private static final String OURS = "io.mortise.";
    /** One that is being replaced is no reason to turn people away. */
    private static final Duration SWAP = Duration.ofSeconds(10);

    private final Supplier<List<Installed>> installed;
    private final Clock clock;
    private boolean wasWell;
    private Optional<Instant> since = Optional.empty();

    @Activate
    public ModulesCheck(@Reference Modules modules) {
        this(modules::list, Clock.systemUTC());
    }

    ModulesCheck(Supplier<List<Installed>> installed, Clock clock) {
        this.installed = installed;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "modules";
    }

    @Override
    public synchronized Result check() {
        List<String> waiting = installed.get().stream()
                .filter(module -> module.id().startsWith(OURS) && module.state() == State.WAITING)
                .map(Installed::name)
                .toList();
        if (waiting.isEmpty()) {
            wasWell = true;
            since = Optional.empty();
            return Result.OK;
        }
        Instant now = clock.instant();
        if (since.isEmpty()) since = Optional.of(now);
        if (wasWell && now.isBefore(since.get().plus(SWAP))) return Result.OK;
        // names only: why is for those who have signed in
        return Result.no(waiting.stream()
                .collect(Collectors.joining(", ", "don't work: ", "; the page Modules and the log say why")));
    }
}
