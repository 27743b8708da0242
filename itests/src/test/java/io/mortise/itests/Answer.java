package io.mortise.itests;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a GET was answered; status 0 when nobody did. */
record Answer(int status, String type, String body) {
    static Answer from(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(10_000);
            int status = connection.getResponseCode();
            InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            try (InputStream in = stream == null ? InputStream.nullInputStream() : stream) {
                String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(status, String.valueOf(connection.getContentType()), body);
            } finally {
                connection.disconnect();
            }
        } catch (IOException nobody) {
            return new Answer(0, "", "");
        }
    }
}
