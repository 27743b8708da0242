package io.mortise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;

/** VSA over TLS, as it stands in a customer's house. */
class VsaTlsTest {
    @Test
    void itAnswersOverTlsWithACertificateForWhichNobodyVouches() throws Exception {
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withTls(true))) {
            URI auth = sandbox.vsaOverTls().resolve("/api/v1.0/auth");
            HttpRequest request = HttpRequest.newBuilder(auth)
                    .header("Authorization", "Basic YXBpOnNhbmRib3g=") // api:sandbox
                    .build();
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
            SSLContext anybody = SSLContext.getInstance("TLS");
            anybody.init(null, new TrustManager[] {new Credulous()}, null);
            HttpClient client = HttpClient.newBuilder().sslContext(anybody).build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("\"Token\"");
        }
    }

    /** Believes everybody, for this test only. */
    private static final class Credulous extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {
            assertThat(chain[0].getSubjectX500Principal().getName()).contains("CN=127.0.0.1");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
