package io.mortise.records.internal;

import io.mortise.api.Events.Watcher;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.Row;
import io.mortise.store.Store;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells watchers of changed records, whoever changed them, by following the journal on one thread: so each hears of a
 * record in order, and after the commit. What was told lately is remembered, because an entry that commits late can have
 * a lower number than one seen before it.
 */
@Component(immediate = true, service = Watching.class)
public final class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final int PART = 1_000;
    private final Store store;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final LinkedHashSet<String> told = new LinkedHashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread t = new Thread(task, "mortise-watch");
        t.setDaemon(true);
        return t;
    });
    private String settled;
    private String settling;
    private String newest;

    @Activate
    public Watching(@Reference Store store) {
        this.store = store;
        List<Entry> last = store.read(s -> s.journal("", 1));
        this.newest = last.isEmpty() ? "" : last.get(0).id();
        this.settled = newest;
        this.settling = newest;
        thread.scheduleWithFixedDelay(this::follow, 300, 300, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(this::settle, 5, 5, TimeUnit.SECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addWatcher(Watcher watcher) {
        watchers.add(watcher);
    }

    void removeWatcher(Watcher watcher) {
        watchers.remove(watcher);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    /** All that is new, part by part, however much a sync writes. */
    private void follow() {
        guarded(() -> newest = toldAfter(newest));
    }

    /** What was newest a round ago has nothing older coming any more; what came late since is told now. */
    private void settle() {
        guarded(() -> {
            toldAfter(settled);
            settled = settling;
            settling = newest;
            long done = settled.isEmpty() ? 0 : Long.parseLong(settled);
            told.removeIf(id -> Long.parseLong(id) <= done);
        });
    }

    /** @return the last entry there is */
    private String toldAfter(String id) {
        String last = id;
        List<Entry> part;
        do {
            String after = last;
            part = store.read(s -> s.journalAfter(after, PART));
            Set<Ref> refs = new LinkedHashSet<>();
            for (Entry entry : part) if (!told.contains(entry.id())) refs.add(entry.ref());
            refs.forEach(this::tell);
            part.forEach(entry -> told.add(entry.id())); // what couldn't be told is told the next time
            if (!part.isEmpty()) last = part.get(part.size() - 1).id();
        } while (part.size() == PART);
        return last;
    }

    private static void guarded(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("Following the journal failed; it is tried again: {}", e.toString());
        }
    }

    private void tell(Ref ref) {
        Optional<Row> row = store.read(s -> s.row(ref));
        long version = row.map(Row::version).orElse(0L);
        for (Watcher watcher : watchers) {
            try {
                boolean concerned = watcher.types().isEmpty()
                        || watcher.types().stream().anyMatch(type -> type.name().equals(ref.type()));
                if (concerned) watcher.changed(ref, version);
            } catch (RuntimeException e) {
                LOG.warn("A watcher of {} failed", ref, e);
            }
        }
    }
}
