package io.mortise.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.store.Dirty;
import io.mortise.store.Store;
import io.mortise.store.StoreContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
    @Override
    protected Store open() {
        return new MemoryStore();
    }

    @Test
    void aCrashBeforeTheCommitUndoesIt() {
        MemoryStore store = new MemoryStore();
        store.onCommit(() -> {
            throw new IllegalStateException("crash");
        });
        assertThatThrownBy(() -> mark(store)).hasMessage("crash");
        assertThat(store.<Long>read(r -> r.dirtyCount())).isZero();
        store.onCommit(() -> {});
        mark(store);
        assertThat(store.<Long>read(r -> r.dirtyCount())).isOne();
    }

    private static void mark(MemoryStore store) {
        store.write(w -> {
            w.mark(Dirty.of("k", 1, Instant.EPOCH));
            return "";
        });
    }
}
