package io.mortise.store;

import io.mortise.model.Ref;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** An empty store under test, and things to put into it. */
interface Samples {
    Instant NOON = Instant.parse("2026-11-01T12:00:00.123Z");
    /** What breaks careless SQL, JSON, patterns and encodings. */
    String NASTY = "O'Neil \"& Söhne\" 100% _x_ \\ $1 ? ; -- \n\t 東京 🦊";

    Store store();

    default <R> R look(Function<Reading, R> look) {
        return store().<R>read(look::apply);
    }

    /** What is committed: each call is a transaction of its own. */
    default Reading seen() {
        InvocationHandler one = (self, method, args) -> look(reading -> {
            try {
                return method.invoke(reading, args);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(method.getName() + " failed", e.getCause());
            }
        });
        return (Reading) Proxy.newProxyInstance(Reading.class.getClassLoader(), new Class<?>[] {Reading.class}, one);
    }

    default void change(Consumer<Writing> work) {
        store().write(w -> {
            work.accept(w);
            return "";
        });
    }

    default Row row(String type, String title) {
        return new Row(new Ref(type, store().newId()), 1, true, title, Optional.empty(), "", "{}", "{}", NOON, NOON);
    }

    default Row row(String title) {
        return row("contact", title);
    }

    default Row kept(Row row) {
        change(w -> w.insert(row));
        return row;
    }

    static Row with(Row row, String fields) {
        return new Row(
                row.ref(),
                row.version(),
                row.active(),
                row.title(),
                row.within(),
                row.words(),
                fields,
                row.origins(),
                row.createdAt(),
                row.changedAt());
    }

    static Row within(Row row, String organization) {
        return new Row(
                row.ref(),
                row.version(),
                row.active(),
                row.title(),
                Optional.of(organization),
                row.words(),
                row.fields(),
                row.origins(),
                row.createdAt(),
                row.changedAt());
    }

    static Row words(Row row, String words) {
        return new Row(
                row.ref(),
                row.version(),
                row.active(),
                row.title(),
                row.within(),
                words,
                row.fields(),
                row.origins(),
                row.createdAt(),
                row.changedAt());
    }

    static Row inactive(Row row) {
        return new Row(
                row.ref(),
                row.version(),
                false,
                row.title(),
                row.within(),
                row.words(),
                row.fields(),
                row.origins(),
                row.createdAt(),
                row.changedAt());
    }

    static Row next(Row row, String title) {
        return new Row(
                row.ref(),
                row.version() + 1,
                row.active(),
                title,
                row.within(),
                row.words(),
                row.fields(),
                row.origins(),
                row.createdAt(),
                NOON.plusSeconds(60));
    }

    default Link link(String connection, String remoteId, String record) {
        return new Link(
                store().newId(),
                connection,
                "contact",
                remoteId.isEmpty() ? Optional.empty() : Optional.of(remoteId),
                record.isEmpty() ? Optional.empty() : Optional.of(record),
                Link.State.LINKED,
                "",
                "f1",
                "",
                Link.Sync.SYNCED,
                "",
                Link.Asks.NOTHING,
                Optional.of(NOON),
                "{\"base\":1}");
    }

    static Link in(Link link, Link.State state) {
        return new Link(
                link.id(),
                link.connection(),
                link.type(),
                link.remoteId(),
                link.record(),
                state,
                link.parent(),
                link.fingerprint(),
                link.page(),
                link.sync(),
                link.trouble(),
                link.asks(),
                link.syncedAt(),
                link.memory());
    }

    static Link memory(Link link, String memory) {
        return new Link(
                link.id(),
                link.connection(),
                link.type(),
                link.remoteId(),
                link.record(),
                link.state(),
                link.parent(),
                link.fingerprint(),
                link.page(),
                link.sync(),
                link.trouble(),
                link.asks(),
                link.syncedAt(),
                memory);
    }

    static Link asks(Link link, Link.Asks asks) {
        return new Link(
                link.id(),
                link.connection(),
                link.type(),
                link.remoteId(),
                link.record(),
                link.state(),
                link.parent(),
                link.fingerprint(),
                link.page(),
                link.sync(),
                link.trouble(),
                asks,
                link.syncedAt(),
                link.memory());
    }

    static Link under(Link link, String parent) {
        return new Link(
                link.id(),
                link.connection(),
                link.type(),
                link.remoteId(),
                link.record(),
                link.state(),
                parent,
                link.fingerprint(),
                link.page(),
                link.sync(),
                link.trouble(),
                link.asks(),
                link.syncedAt(),
                link.memory());
    }

    default Entry entry(Ref ref, String event) {
        return new Entry(store().newId(), NOON, ref, event, "{}", "{\"name\":\"b\"}", "bms", "", event);
    }

    static List<String> titles(Collection<Row> rows) {
        return rows.stream().map(Row::title).toList();
    }
}
