package io.mortise.sync.internal.service;

import io.mortise.api.Hooks;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.sync.internal.remote.Incoming;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes systems' calls in. One that is rightly signed always passes; those that prove nothing are bounded for each
 * connection, those that are refused for each who sends them.
 */
@Component
public final class HooksService implements Hooks {
    private static final Logger LOG = LoggerFactory.getLogger(HooksService.class);
    private static final String ROUTE = "/hooks/{connection}";
    private final Engine engine;
    private final Allowance unproven;
    private final Allowance refusals;

    @Activate
    public HooksService(@Reference Engine engine) {
        this(engine, Clock.systemUTC());
    }

    HooksService(Engine engine, Clock clock) {
        this.engine = engine;
        this.unproven = new Allowance(clock, 30, Duration.ofSeconds(2));
        this.refusals = new Allowance(clock, 20, Duration.ofSeconds(5));
    }

    @Override
    public Verdict take(String connection, String from, Call call) {
        Optional<Incoming> incoming = engine.network()
                .live(connection)
                .map(LiveRemote::incoming)
                .filter(known -> known.hook().isPresent());
        if (incoming.isEmpty()) return refused(from);
        boolean signed = incoming.get().isSigned();
        if (!signed && !unproven.take(connection)) return Verdict.TOO_MANY;
        try {
            Set<String> types = incoming.get().types(request(connection, call));
            engine.heard().taken(connection);
            engine.reader(connection).ifPresent(reader -> reader.hint(types, signed ? Hints.PROVEN : Hints.UNPROVEN));
            return Verdict.TAKEN;
        } catch (Fault fault) {
            engine.heard().refused(connection);
            Verdict verdict = refused(from);
            if (verdict == Verdict.REFUSED) LOG.info("{}: a call is refused: {}", connection, fault.getMessage());
            return verdict;
        }
    }

    private Verdict refused(String from) {
        return refusals.take(from) ? Verdict.REFUSED : Verdict.TOO_MANY;
    }

    private static Request request(String connection, Call call) {
        Request request = Request.of("POST", ROUTE, connection);
        for (Map.Entry<String, String> header : call.headers().entrySet())
            request = request.header(header.getKey(), header.getValue());
        String type = request.headers().getOrDefault("Content-Type", "");
        return request.body(type, call.body());
    }
}
