package io.mortise.records.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Events.Watcher;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.store.Entry;
import io.mortise.store.memory.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchingTest {
    private final MemoryStore store = new MemoryStore();
    private final Watching watching = new Watching(store);

    @AfterEach
    void stop() {
        watching.stop();
    }

    /** More than fits into one part; were one part all that is read at a time, this would take 15 s. */
    @Test
    void a_bulk_sync_does_not_hold_up_what_is_told() throws Exception {
        int many = 3_500;
        CountDownLatch told = new CountDownLatch(many);
        watching.addWatcher(watcher(told));
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i <= many; i++) entries.add(entry(new Ref("contact", Integer.toString(i))));
        store.<Void>write(s -> {
            s.tell(entries);
            return null;
        });
        assertThat(told.await(4, TimeUnit.SECONDS))
                .as(told.getCount() + " weren't told")
                .isTrue();
    }

    private static Watcher watcher(CountDownLatch told) {
        return new Watcher() {
            @Override
            public Set<EntityType> types() {
                return Set.of();
            }

            @Override
            public void changed(Ref ref, long version) {
                told.countDown();
            }
        };
    }

    private Entry entry(Ref ref) {
        return new Entry(store.newId(), Instant.EPOCH, ref, "changed", "{}", "{}", "bms", "", "");
    }
}
