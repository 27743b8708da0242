package io.mortise.benchmarks.product;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the administrator of a product that nobody can sign in to yet, by the code that it shows. */
public final class FirstStart {
    public static final String USER = "ann";
    public static final String PASSWORD = "long enough 1";
    private static final Pattern CODE = Pattern.compile("/setup#(\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private FirstStart() {}

    /** @param product is ready */
    public static void administrator(Product product) throws IOException, InterruptedException {
        String wish = "{\"code\":\"" + code(product) + "\",\"user\":\"" + USER + "\",\"name\":\"Ann\",\"password\":\""
                + PASSWORD + "\"}";
        URI place = product.base().resolve("/api/setup");
        HttpResponse<String> made = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(place)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(wish))
                                .build(),
                        BodyHandlers.ofString());
        if (made.statusCode() != 200)
            throw new IllegalStateException("There is no administrator: " + made.statusCode() + " " + made.body());
    }

    private static String code(Product product) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            Matcher shown = CODE.matcher(product.said());
            if (shown.find()) return shown.group(1);
            Thread.sleep(50);
        }
        throw new IllegalStateException("Mortise shows no code; it said:\n" + product.said());
    }
}
