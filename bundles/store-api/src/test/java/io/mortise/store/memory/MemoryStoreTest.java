package io.mortise.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.store.Dirty;
import io.mortise.store.Document;
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

    @Test
    void aPowerFailureUndoesWhatNoDurableWriteCameAfter() {
        MemoryStore store = new MemoryStore();
        write(store, "first");
        store.writeDurably(w -> {
            w.put(Document.of("n", "", "edit", "{}"));
            return "";
        });
        write(store, "last");
        store.losePower();
        assertThat(documents(store)).isEqualTo(2);
        write(store, "next");
        assertThat(documents(store)).isEqualTo(3);
    }

    private static void write(MemoryStore store, String key) {
        store.write(w -> {
            w.put(Document.of("n", "", key, "{}"));
            return "";
        });
    }

    private static int documents(MemoryStore store) {
        return store.<Integer>read(r -> r.documents("n", "", Instant.EPOCH).size());
    }

    private static void mark(MemoryStore store) {
        store.write(w -> {
            w.mark(Dirty.of("k", 1, Instant.EPOCH));
            return "";
        });
    }
}
