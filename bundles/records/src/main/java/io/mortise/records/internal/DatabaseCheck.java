package io.mortise.records.internal;

import io.mortise.api.Check;
import io.mortise.store.Document;
import io.mortise.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database takes a change: a full disk or a lost server is seen at once, not at the next person's save. */
@Component
public final class DatabaseCheck implements Check {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);
    private static final Document.Name PROBE = new Document.Name("health", "", "probe");
    /** However many ask, so much is written. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Store store;
    private final Clock clock;
    private Instant written = Instant.MIN;
    private boolean told;

    @Activate
    public DatabaseCheck(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    DatabaseCheck(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public synchronized Result check() {
        Instant now = clock.instant();
        if (now.isBefore(written.plus(FRESH))) return Result.OK;
        try {
            write(now);
            written = now;
            told = false;
            return Result.OK;
        } catch (RuntimeException e) {
            if (!told) LOG.error("The database can't be written", e);
            told = true;
            return Result.no("can't be written; Mortise goes on by itself when it can. The log says why");
        }
    }

    private void write(Instant now) {
        store.<Void>write(s -> {
            s.put(s.document(PROBE, now)
                    .map(probe -> probe.next("{}"))
                    .orElseGet(() -> Document.of(PROBE.namespace(), PROBE.owner(), PROBE.key(), "{}")));
            return null;
        });
    }
}
