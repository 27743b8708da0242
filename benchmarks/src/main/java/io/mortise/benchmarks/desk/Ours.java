package io.mortise.benchmarks.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mortise.benchmarks.product.Api;
import io.mortise.benchmarks.product.FirstStart;
import io.mortise.benchmarks.product.Home;
import io.mortise.benchmarks.product.Product;
import io.mortise.model.Ticket;
import io.mortise.store.sql.internal.Opening;
import io.mortise.store.sql.internal.SqlStore;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Mortise over SQLite with nothing connected, so that it keeps the tickets itself. */
final class Ours implements Served {
    private static final int ASKED_FOR = 10_000;
    /** Until its code is compiled. */
    private static final int WARM_UP = 1_000;

    private final ObjectMapper json = new ObjectMapper();
    private final Product product;
    private final Cases cases;
    private final OurCases ours;
    private final Drawer drawer;

    private Ours(Product product, Cases cases, OurCases ours, List<Known> known) {
        this.product = product;
        this.cases = cases;
        this.ours = ours;
        this.drawer = new Drawer(known);
    }

    /** Filled before its start, through the store itself. */
    static Ours start(Home home, Cases cases) throws IOException, InterruptedException {
        Path data = home.newData();
        SqlStore store = Opening.store("sqlite", data);
        OurCases people;
        List<Known> known;
        try {
            Filling filling = new Filling(store);
            people = filling.people(cases);
            known = filling.tickets(cases, people, ASKED_FOR);
        } finally {
            store.close();
        }
        Product product = Product.start(home, data);
        product.awaitReady();
        FirstStart.administrator(product);
        return new Ours(product, cases, people, known);
    }

    @Override
    public String name() {
        return "Mortise";
    }

    @Override
    public Client signedIn() throws IOException, InterruptedException {
        Api api = new Api(product.base(), FirstStart.USER, FirstStart.PASSWORD);
        return new Client(Client.connection(), product.base(), api.headers());
    }

    @Override
    public List<Ask> asks(Act act, int turn) {
        return switch (act) {
            case LIST -> list("");
            case FILTER ->
                list("&queue=" + word(Cases.QUEUES.get(turn % Cases.QUEUES.size())) + "&status="
                        + word(Case.Stage.open(turn).here()));
            case SEARCH -> list("&q=" + word(Cases.search(turn)));
            case OPEN -> opened("/api/tickets/" + drawer.any(turn).id());
            case CREATE ->
                made(
                        "/api/tickets",
                        Map.of("fields", ours.fields(cases.fresh(turn)).plain(Ticket.TYPE)));
            case NOTE ->
                made(
                        "/api/tickets/" + drawer.open(turn).id() + "/notes",
                        Map.of("text", "<p>" + Cases.note(turn) + "</p>", "internal", false));
        };
    }

    private static List<Ask> list(String narrowed) {
        return List.of(Ask.get("/api/tickets?limit=50" + narrowed));
    }

    /** What the page of a ticket asks for as it opens. */
    private static List<Ask> opened(String ticket) {
        return List.of(
                Ask.get(ticket),
                Ask.get(ticket + "/activities?limit=50"),
                Ask.get(ticket + "/contact-tickets"),
                Ask.get(ticket + "/attachments"),
                Ask.get(ticket + "/alerts"));
    }

    /** With a key of its own, as the screens do it. */
    private List<Ask> made(String path, Map<String, ?> wish) {
        String key = UUID.randomUUID().toString();
        return List.of(Ask.post(path, json.valueToTree(wish).toString(), Map.of("Idempotency-Key", key), 200));
    }

    private static String word(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String aim(Act act) {
        return act.aim(cases.count());
    }

    @Override
    public int warmUp() {
        return WARM_UP;
    }

    @Override
    public double cpuSeconds() throws IOException {
        return product.cpuSeconds();
    }

    @Override
    public void close() throws IOException {
        product.close();
    }
}
