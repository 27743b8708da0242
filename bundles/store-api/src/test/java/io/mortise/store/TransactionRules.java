package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

interface TransactionRules extends Samples {
    @Test
    default void whatWorkReturnsComesBack() {
        assertThat(store().<String>write(w -> "done")).isEqualTo("done");
        assertThat(store().<String>read(r -> "seen")).isEqualTo("seen");
    }

    @Test
    default void anExceptionLeavesNothingBehind() {
        Row old = kept(row("old"));
        Row fresh = row("fresh");
        Link link = link("bms", "1", old.ref().id());
        assertThatThrownBy(() -> change(w -> {
                    w.insert(fresh);
                    w.update(Samples.next(old, "changed"));
                    w.put(link);
                    w.tell(entry(old.ref(), "changed"));
                    w.mark(Dirty.of("k", 1, NOON));
                    w.put(Document.of("n", "", "k", "{}"));
                    throw new IllegalArgumentException("crash");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("crash");
        assertThat(seen().row(old.ref())).contains(old);
        assertThat(seen().row(fresh.ref())).isEmpty();
        assertThat(seen().link(link.id())).isEmpty();
        assertThat(seen().journal("", 9)).isEmpty();
        assertThat(seen().dirtyCount()).isZero();
        assertThat(seen().documents("n", "", NOON)).isEmpty();
        change(w -> w.insert(fresh));
        assertThat(seen().row(fresh.ref())).contains(fresh);
    }

    @Test
    default void anErrorLeavesNothingBehindEither() {
        assertThatThrownBy(() -> change(w -> {
                    w.mark(Dirty.of("k", 1, NOON));
                    throw new AssertionError("not an exception");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(seen().dirtyCount()).isZero();
    }

    @Test
    default void workThatCatchesAFailedChangeStillKeepsNothing() {
        Row row = kept(row("old"));
        assertThatThrownBy(() -> change(w -> {
                    w.mark(Dirty.of("k", 1, NOON));
                    try {
                        w.update(row);
                    } catch (Stale expected) {
                        w.mark(Dirty.of("l", 1, NOON));
                    }
                }))
                .isInstanceOf(Stale.class);
        assertThat(seen().dirtyCount()).isZero();
    }

    @Test
    default void workThatCatchesARefusedIdStillKeepsNothing() {
        assertThatThrownBy(() -> change(w -> {
                    w.mark(Dirty.of("k", 1, NOON));
                    try {
                        w.put(link("bms", "1", "no id"));
                    } catch (IllegalArgumentException expected) {
                        w.mark(Dirty.of("l", 1, NOON));
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(seen().dirtyCount()).isZero();
    }

    @Test
    default void aLaterLookInTheSameTransactionSeesTheChange() {
        Row row = row("mine");
        Link link = link("bms", "r1", row.ref().id());
        change(w -> {
            w.insert(row);
            assertThat(w.row(row.ref())).contains(row);
            assertThat(w.rows(Query.all("contact", 9))).containsExactly(row);
            w.put(link);
            assertThat(w.link("bms", "contact", "r1")).contains(link);
            assertThat(w.known("bms", "contact", List.of("r1"))).containsKey("r1");
            w.unlink(List.of(link.id()));
            assertThat(w.links(row.ref())).isEmpty();
            w.mark(Dirty.of("k", 1, NOON));
            assertThat(w.dirty(NOON, 9)).extracting(Dirty::key).containsExactly("k");
            w.update(Samples.next(row, "changed"));
            assertThat(w.rows(Query.all("contact", 9))).extracting(Row::title).containsExactly("changed");
        });
    }

    @Test
    default void aTransactionInsideAnotherIsRefused() {
        assertThatThrownBy(() -> change(w -> store().read(r -> ""))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> look(r -> store().write(w -> ""))).isInstanceOf(IllegalStateException.class);
        assertThat(seen().dirtyCount()).isZero();
    }

    @Test
    default void aDurableWriteIsAWrite() {
        assertThat(store().<String>writeDurably(w -> {
                    w.mark(Dirty.of("k", 1, NOON));
                    return "done";
                }))
                .isEqualTo("done");
        assertThatThrownBy(() -> store().writeDurably(w -> {
                    w.mark(Dirty.of("l", 1, NOON));
                    throw new IllegalArgumentException("crash");
                }))
                .hasMessage("crash");
        assertThat(seen().dirtyCount()).isOne();
        change(w -> w.mark(Dirty.of("m", 1, NOON)));
        assertThat(seen().dirtyCount()).isEqualTo(2);
    }

    @Test
    default void idsArePositiveDecimalAndRise() {
        long last = 0;
        for (int i = 0; i < 10_000; i++) {
            String id = store().newId();
            assertThat(Long.toString(Long.parseLong(id))).isEqualTo(id);
            assertThat(Long.parseLong(id)).isGreaterThan(last);
            last = Long.parseLong(id);
        }
    }
}
