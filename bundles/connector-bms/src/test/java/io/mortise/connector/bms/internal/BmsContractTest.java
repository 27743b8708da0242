package io.mortise.connector.bms.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Json;
import io.mortise.connector.tck.Ahead;
import io.mortise.connector.tck.ConnectorContract;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.Routed;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.ChecklistItem;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BmsContractTest extends ConnectorContract {
    private static final String HOOK = "the hook's own secret";
    private final Samples samples = new Samples();
    private final DeskSamples desk = new DeskSamples();
    private final Ahead clock = new Ahead();
    private final BlockingQueue<Request> calls = new LinkedBlockingQueue<>();
    private HttpServer listener;
    private Sandbox sandbox;
    private int moves;

    @BeforeAll
    void start() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", this::hear);
        listener.start();
        URI here = URI.create("http://127.0.0.1:" + listener.getAddress().getPort() + "/hook");
        sandbox = Sandbox.start(SandboxOptions.inMemory()
                .withScale(0.1)
                .withSpeed(100_000)
                .withClock(clock)
                .withHook(new SandboxOptions.Hook(here, HOOK)));
    }

    private void hear(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        calls.add(Request.of("POST", "/hook")
                .header("Signature", headers.getFirst("Signature"))
                .body(
                        headers.getFirst("Content-Type"),
                        exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    @AfterAll
    void stop() throws IOException {
        sandbox.close();
        listener.stop(0);
    }

    /** BMS's own, after somebody there has renamed a ticket. */
    @Override
    protected Optional<Request> call() {
        Desk there = Desk.at(sandbox.bms());
        Json first = Json.read(
                there.send("GET", "/_sandbox/records/tickets?limit=1", "").getBytes(UTF_8));
        String ticket = first.at("items").items().get(0).at("id").text().orElseThrow();
        there.send("PATCH", "/_sandbox/records/tickets/" + ticket, "{\"title\":\"Moved " + ++moves + "\"}");
        try {
            return Optional.ofNullable(calls.poll(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    protected boolean pass(Duration time) {
        clock.more(time);
        return true;
    }

    @Override
    protected Connector connector() {
        return new BmsConnector();
    }

    @Override
    protected Map<String, String> settings() {
        return settings("sandbox");
    }

    @Override
    protected Map<String, String> wrongSettings() {
        return settings("not-the-password");
    }

    @Override
    protected Map<String, String> personalSettings() {
        return Map.of("user", "tech", "password", "sandbox");
    }

    @Override
    protected String personalEmail() {
        return "tech@sandbox.example";
    }

    private Map<String, String> settings(String password) {
        String url = sandbox.bms().toString();
        return Map.of("url", url, "tenant", "Sandbox", "user", "api", "password", password, "webhook", HOOK);
    }

    @Override
    protected String unknownId(EntityType type) {
        return type.equals(Location.TYPE) ? "31201/999999" : "999999";
    }

    @Override
    protected Optional<Routed> routed(Tenant tenant) {
        Json organizations = Json.read(Desk.at(sandbox.itGlue())
                .send("GET", "/_sandbox/records/organizations", "")
                .getBytes(UTF_8));
        return Optional.of(new Bridged(
                tenant, organizations.at("items").items().get(0).at("id").text().orElseThrow()));
    }

    @Override
    protected boolean editThere(EntityType type, Observation record) {
        if (!type.equals(Location.TYPE)) return false;
        String id = record.ref().id().replaceFirst(".*/", "");
        Desk.at(sandbox.bms())
                .send("PATCH", "/_sandbox/records/locations/" + id, "{\"locationName\":\"Moved " + ++moves + "\"}");
        return true;
    }

    private static boolean isMade(EntityType type) {
        return List.of(Organization.TYPE, Contact.TYPE, Configuration.TYPE).contains(type);
    }

    @Override
    protected Optional<Fields> edit(Tenant tenant, EntityType type, Observation record) throws Fault {
        if (type.equals(TimeLog.TYPE)) return Optional.of(corrected(record));
        if (type.equals(TicketNote.TYPE))
            return Optional.of(Fields.of(TicketNote.DETAILS, new RichText("<p>Said otherwise " + ++moves + "</p>")));
        boolean changed = isMade(type) || type.equals(Ticket.TYPE) || type.equals(ChecklistItem.TYPE);
        return changed ? Optional.of(samples.edit(tenant, type, record)) : Optional.empty();
    }

    /** BMS takes no change of time that is approved, billed or posted. */
    private Fields corrected(Observation log) {
        String id = log.ref().id().replaceFirst(".*/", "");
        Desk.at(sandbox.bms())
                .send(
                        "PATCH",
                        "/_sandbox/records/timelogs/" + id,
                        "{\"isApproved\": false, \"isBilled\": false, \"isPosted\": false}");
        return Fields.with()
                .set(TimeLog.NOTES, "Looked at it again " + ++moves)
                .set(TimeLog.INTERNAL_NOTES, "Once more " + moves)
                .build();
    }

    @Override
    protected Optional<Fields> birth(Tenant tenant, EntityType type) throws Fault {
        if (DeskSamples.isMade(type)) return Optional.of(desk.birth(tenant, type));
        return isMade(type) ? Optional.of(samples.birth(tenant, type)) : Optional.empty();
    }
}
