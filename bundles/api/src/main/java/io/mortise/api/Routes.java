package io.mortise.api;

import io.mortise.model.Content;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Publish as a service to answer under {@code /api}. Sign-in, CSRF, JSON, validation, problem+json and the OpenAPI
 * document are web's. While the bundle is swapped, running calls end with the old one and new calls wait for the new.
 */
@ConsumerType
public interface Routes {
    /** Constant; two live routes with the same method and path are refused at start. */
    List<Route<?, ?>> routes();

    /**
     * What goes in or out. A class is a Java record: its components are the JSON, Optional ones may be absent. A whole
     * number {@code version} among those that go out is also the answer's ETag, to be given back in If-Match.
     */
    record Shape<T>(Class<?> java, Optional<EntityType> type, boolean list) {
        public static final Shape<Void> NOTHING = new Shape<>(Void.class, Optional.empty(), false);
        /** Bytes: out, streamed as a download with a safe name; in, the body as it comes (the handler closes it). */
        public static final Shape<Content> CONTENT = new Shape<>(Content.class, Optional.empty(), false);

        public static <T extends java.lang.Record> Shape<T> of(Class<T> record) {
            return new Shape<>(record, Optional.empty(), false);
        }
        /**
         * A record of the hub: id, type, version, lifecycle and its type's fields, so that no second set of classes is
         * needed. In: {@code fields} only; its id is the path's last hole ("new" without one), its version If-Match's.
         */
        public static Shape<Entity> of(EntityType type) {
            return new Shape<>(Entity.class, Optional.of(type), false);
        }

        public static <T> Shape<Slice<T>> list(Shape<T> of) {
            return new Shape<>(of.java, of.type, true);
        }
    }

    /** One method and path. Immutable. */
    final class Route<I, O> {
        private final String method, path;
        private final Shape<I> in;
        private final Shape<O> out;
        private final Handler<I, O> handler;
        private final Notes notes;

        /** What is known of a route besides what it does. */
        private record Notes(
                Set<Right> needs, Map<String, String> queries, String summary, boolean unversioned, boolean keyed) {
            static final Notes NONE = new Notes(Set.of(), Map.of(), "", false, false);
        }

        private Route(String method, String path, Shape<I> in, Shape<O> out, Handler<I, O> handler, Notes notes) {
            this.method = method;
            this.path = path;
            this.in = in;
            this.out = out;
            this.handler = handler;
            this.notes = notes;
        }
        /** @param path with holes: {@code /tickets/{ticket}/notes} */
        public static <O> Route<Void, O> get(String path, Shape<O> out, Handler<Void, O> handler) {
            return new Route<>("GET", path, Shape.NOTHING, out, handler, Notes.NONE);
        }

        public static <I, O> Route<I, O> post(String path, Shape<I> in, Shape<O> out, Handler<I, O> handler) {
            return new Route<>("POST", path, in, out, handler, Notes.NONE);
        }
        /** Needs If-Match with the version seen. */
        public static <I, O> Route<I, O> put(String path, Shape<I> in, Shape<O> out, Handler<I, O> handler) {
            return new Route<>("PUT", path, in, out, handler, Notes.NONE);
        }

        /** Some fields of a record. Needs If-Match with the version seen. */
        public static <I, O> Route<I, O> patch(String path, Shape<I> in, Shape<O> out, Handler<I, O> handler) {
            return new Route<>("PATCH", path, in, out, handler, Notes.NONE);
        }

        public static Route<Void, Void> delete(String path, Handler<Void, Void> handler) {
            return new Route<>("DELETE", path, Shape.NOTHING, Shape.NOTHING, handler, Notes.NONE);
        }
        /** Without one of these the route is DENIED before the handler runs. None: any signed-in person. */
        public Route<I, O> needs(Right... all) {
            return noted(new Notes(Set.of(all), notes.queries, notes.summary, notes.unversioned, notes.keyed));
        }
        /** The line in the OpenAPI document. */
        public Route<I, O> summary(String line) {
            return noted(new Notes(notes.needs, notes.queries, line, notes.unversioned, notes.keyed));
        }

        /** A parameter that {@link Call#query} may find, for the OpenAPI document. */
        public Route<I, O> query(String name, String meaning) {
            Map<String, String> more = new LinkedHashMap<>(notes.queries);
            more.put(name, meaning);
            return noted(new Notes(
                    notes.needs, Collections.unmodifiableMap(more), notes.summary, notes.unversioned, notes.keyed));
        }

        /** A PUT that nobody's change can be lost by: it needs no If-Match. */
        public Route<I, O> unversioned() {
            return noted(new Notes(notes.needs, notes.queries, notes.summary, true, notes.keyed));
        }

        /** A POST that takes an Idempotency-Key: see {@link Call#once}. */
        public Route<I, O> keyed() {
            return noted(new Notes(notes.needs, notes.queries, notes.summary, notes.unversioned, true));
        }

        /** Answers in parts: {@link Call#limit} and {@code after}, the "next" of the part before, are its parameters. */
        public Route<I, O> paged() {
            return query("limit", "how many at most, 1 to 200; 50 if not said")
                    .query("after", "\"next\" of the answer before");
        }

        private Route<I, O> noted(Notes other) {
            return new Route<>(method, path, in, out, handler, other);
        }

        public String method() {
            return method;
        }

        public String path() {
            return path;
        }

        public Shape<I> in() {
            return in;
        }

        public Shape<O> out() {
            return out;
        }

        public Set<Right> needs() {
            return notes.needs;
        }

        public String summary() {
            return notes.summary;
        }

        public boolean isVersioned() {
            return (method.equals("PUT") || method.equals("PATCH")) && !notes.unversioned;
        }

        public boolean isKeyed() {
            return notes.keyed;
        }

        /** Their meaning by their name, in the order given. */
        public Map<String, String> queries() {
            return notes.queries;
        }

        public Handler<I, O> handler() {
            return handler;
        }
    }

    /** Runs on a request thread; blocking is fine, up to 30 s. A {@link Refusal} passes; anything else thrown is a 500 with a number to quote. */
    @FunctionalInterface
    interface Handler<I, O> {
        O answer(Call<I> call) throws Exception;
    }

    /** The request. Not to be kept after the handler has returned. */
    @ProviderType
    interface Call<I> {
        Caller caller();
        /** The value of a hole in the path. */
        String path(String hole);

        /** The record that a hole names. @throws Refusal NOT_FOUND when no record can have such an id */
        default Ref ref(EntityType type, String hole) {
            String id = path(hole);
            if (id.isBlank()) throw new Refusal(Refusal.Reason.NOT_FOUND, "There is no such " + type.name() + ".");
            return Ref.to(type, id);
        }

        /** Empty as well when nothing or only blanks were given for it. */
        Optional<String> query(String name);

        /** How many items of a list are asked for at most: the parameter "limit", from 1 to 200; 50 if not said. */
        default int limit() {
            String text = query("limit").orElse("50");
            int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
            if (limit < 1 || limit > 200)
                throw Refusal.invalid(
                        "\"limit\" is a whole number from 1 to 200.", Map.of("limit", "isn't one from 1 to 200"));
            return limit;
        }

        /** From If-Match; only where the route is a PUT or a PATCH that needs it. */
        long version();

        /** From Idempotency-Key, only where the route takes one; what is asked is method, path and body. */
        Optional<Once> once();

        I body();
    }
}
