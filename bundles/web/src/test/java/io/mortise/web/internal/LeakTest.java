package io.mortise.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Routes;
import io.mortise.api.Routes.Route;
import io.mortise.api.Routes.Shape;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeakTest {
    /** Loaded once more by a loader of its own, as a bundle's classes are. */
    public record Body(String text, Optional<Inner> inner, List<Inner> more) {}

    public record Inner(long number) {}

    private static final class Bundle extends ClassLoader {
        Bundle() {
            super(LeakTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(LeakTest.class.getName())) return super.loadClass(name, resolve);
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (java.io.IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void the_classes_of_a_bundle_that_has_left_can_be_collected() throws Exception {
        try (Server server = Server.with(Person.named("tech"))) {
            WeakReference<ClassLoader> loader = comeAnswerAndGo(server);

            long end = System.nanoTime() + 10_000_000_000L;
            while (loader.get() != null && System.nanoTime() < end) {
                System.gc();
                Thread.sleep(20);
            }
            assertThat(loader.get()).isNull();
        }
    }

    private static WeakReference<ClassLoader> comeAnswerAndGo(Server server) throws Exception {
        ClassLoader bundle = new Bundle();
        Class<? extends Record> body = bundle.loadClass(Body.class.getName()).asSubclass(Record.class);
        assertThat(body).isNotSameAs(Body.class);
        List<Route<?, ?>> all = List.of(echo(body));
        Routes routes = () -> all;
        server.site.gate.add("bundle", routes);
        Browser tech = server.browser().signedIn("tech");
        String json = "{\"text\":\"a\",\"inner\":{\"number\":1},\"more\":[{\"number\":2}]}";
        assertThat(tech.post("/api/echo", json).body()).isEqualTo(json);
        assertThat(tech.get("/api/openapi.json").body()).contains("LeakTestBody");
        server.site.gate.remove(routes);
        assertThat(tech.get("/api/openapi.json").body()).doesNotContain("LeakTestBody");
        assertThat(tech.post("/api/echo", json).status()).isEqualTo(503);
        tech.get("/api/nowhere");
        return new WeakReference<>(bundle);
    }

    private static <T extends Record> Route<T, T> echo(Class<T> body) {
        return Route.post("/echo", Shape.of(body), Shape.of(body), call -> call.body());
    }
}
