package io.mortise.sync.internal.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes with servers of all sorts of certificates. */
class TrustTest {
    private static final String[] HERE = {"-ext", "SAN=IP:127.0.0.1"};

    @TempDir
    Path folder;

    private Keytool keytool;
    private HttpsServer server;

    @BeforeEach
    void makeAuthority() throws Exception {
        keytool = new Keytool(folder);
        keytool.make("ca", "Authority", "-ext", "bc:c");
    }

    @AfterEach
    void stop() {
        if (server != null) server.stop(0);
    }

    private void serve(String alias) throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keytool.server(alias)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    /** Why it wasn't believed; empty if it was. */
    private Optional<Distrust> asked(Optional<String> pin) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(Trust.context(pin, Clock.systemUTC(), keytool.authority("ca")))
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        try {
            client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Distrust.in(e).orElseThrow(() -> new AssertionError(e)));
        }
    }

    private String words(Optional<String> pin) throws Exception {
        return asked(pin).map(Distrust::getMessage).orElse("believed");
    }

    @Test
    void f021_what_an_authority_vouches_for_is_believed() throws Exception {
        keytool.make("good", "here", with(HERE, "-signer", "ca"));
        serve("good");
        assertThat(words(Optional.empty())).isEqualTo("believed");
    }

    @Test
    void f021_a_self_signed_one_is_refused_and_shown_and_believed_once_it_is_pinned() throws Exception {
        keytool.make("own", "here", HERE);
        serve("own");
        Distrust distrust = asked(Optional.empty()).orElseThrow();
        assertThat(distrust).hasMessageContaining("self-signed");
        assertThat(distrust.isPinnable()).isTrue();
        assertThat(distrust.presented().subject()).isEqualTo("CN=here");
        assertThat(words(Optional.of(distrust.presented().fingerprint()))).isEqualTo("believed");
    }

    @Test
    void f021_where_one_is_pinned_any_other_is_refused_though_an_authority_vouches_for_it() throws Exception {
        keytool.make("good", "here", with(HERE, "-signer", "ca"));
        serve("good");
        assertThat(words(Optional.of("00".repeat(32)))).contains("another certificate");
    }

    @Test
    void f021_one_that_nobody_known_vouches_for_is_told_apart() throws Exception {
        keytool.make("stranger", "Stranger", "-ext", "bc:c");
        keytool.make("theirs", "here", with(HERE, "-signer", "stranger"));
        serve("theirs");
        assertThat(words(Optional.empty())).contains("no authority that is known here");
    }

    @Test
    void f021_one_that_has_expired_is_refused_even_when_it_is_pinned() throws Exception {
        keytool.make("old", "here", with(HERE, "-signer", "ca", "-startdate", "-10d", "-validity", "5"));
        serve("old");
        Distrust distrust = asked(Optional.empty()).orElseThrow();
        assertThat(distrust).hasMessageContaining("expired on 20");
        assertThat(distrust.isPinnable()).isFalse();
        assertThat(words(Optional.of(distrust.presented().fingerprint()))).contains("expired");
    }

    @Test
    void f021_one_that_isnt_valid_yet_is_refused() throws Exception {
        keytool.make("young", "here", with(HERE, "-signer", "ca", "-startdate", "+5d"));
        serve("young");
        assertThat(words(Optional.empty())).contains("isn't valid before");
    }

    @Test
    void f021_one_for_another_host_is_refused() throws Exception {
        keytool.make("other", "elsewhere", "-ext", "SAN=DNS:elsewhere.example", "-signer", "ca");
        serve("other");
        assertThat(words(Optional.empty())).contains("for another host").contains("CN=elsewhere");
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
