package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.state.Table;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends webhooks, one after the other and behind the request that caused them, and logs what came back. */
final class Deliveries implements Outbox.Listener {
    static final String TABLE = "webhookdeliveries";
    private static final Logger LOG = System.getLogger(Deliveries.class.getName());
    private static final int PATIENCE_MILLIS = 5000;
    /** Entries of the log; they hold whole tickets. */
    private static final int KEPT = 500;

    private static final String[] EVENTS = {"", "Ticket Created", "Ticket Updated", "Ticket Deleted"};

    private final Store store;
    private final Sheet ticketSheet;
    private final ThreadPoolExecutor threads;

    /** What is sent to whom. */
    private record Parcel(Row hook, int event, byte[] body, String parent) {}

    Deliveries(Store store, Sheet ticketSheet) {
        this.store = store;
        this.ticketSheet = ticketSheet;
        this.threads = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "sandbox-bms-webhooks");
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void heard(int event, Row ticket) {
        for (Row hook : store.table(Webhooks.TABLE).rows()) {
            if (hook.flag("isEnabled") && wants(hook, event)) {
                byte[] body = Json.bytes(payload(event, ticket));
                threads.execute(() -> send(new Parcel(hook, event, body, null)));
            }
        }
    }

    private static boolean wants(Row hook, int event) {
        boolean named = false;
        for (JsonNode each : hook.get("events")) {
            named |= each.asInt() == event;
        }
        return named || hook.flag("sendAllEvents");
    }

    private ObjectNode payload(int event, Row ticket) {
        ObjectNode payload = Json.object().put("eventId", event).put("eventName", EVENTS[event]);
        payload.put("ticketId", Integer.parseInt(ticket.id()))
                .put("occurredOn", store.now().toString());
        payload.set("ticket", ticketSheet.of(ticket));
        return payload;
    }

    void again(Row log) {
        Row hook = store.table(Webhooks.TABLE)
                .find(log.text("webhookId"))
                .orElseThrow(() -> Refusal.unknown("Webhook", log.text("webhookId")));
        byte[] body = log.text("requestPayload").getBytes(StandardCharsets.UTF_8);
        threads.execute(() -> send(new Parcel(hook, log.get("eventId").asInt(), body, log.text("logId"))));
    }

    private void send(Parcel parcel) {
        ObjectNode log = Json.object().put("logId", UUID.randomUUID().toString());
        log.put("webhookId", Integer.parseInt(parcel.hook().id())).put("eventId", parcel.event());
        log.put("requestPayload", new String(parcel.body(), StandardCharsets.UTF_8));
        log.put("isReDelivered", parcel.parent() != null).put("parentLogId", parcel.parent());
        try {
            post(parcel, log);
        } catch (IOException e) {
            log.put("isDelivered", false).put("responseBody", String.valueOf(e.getMessage()));
        }
        keep(log);
    }

    private void post(Parcel parcel, ObjectNode log) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(parcel.hook().text("payloadUrl")).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        ObjectNode headers = log.putObject("requestHeader").put("Content-Type", "application/json");
        String secret = parcel.hook().text("secret");
        if (!secret.isEmpty()) {
            headers.put("Signature", Guesses.SIGNATURE + signature(secret, parcel.body()));
        }
        headers.properties()
                .forEach(h ->
                        connection.setRequestProperty(h.getKey(), h.getValue().asText()));
        connection.getOutputStream().write(parcel.body());
        int status = connection.getResponseCode();
        log.put("responseStatusCode", status).put("isDelivered", status >= 200 && status < 300);
        log.putObject("responseHeaders");
        connection.disconnect();
    }

    private static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(ObjectNode log) {
        synchronized (store) {
            try {
                store.insert(TABLE, log.put("deliveryDate", store.now().toString()));
                Table all = store.table(TABLE);
                if (all.size() > KEPT) {
                    store.delete(TABLE, all.rows().iterator().next().id());
                }
                store.commit();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "A webhook delivery could not be logged", e);
            }
        }
    }
}
