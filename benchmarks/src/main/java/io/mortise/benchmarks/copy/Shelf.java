package io.mortise.benchmarks.copy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Two JSON APIs in a process of their own, so that their work counts for neither side: {@code /a} has organizations and
 * contacts, {@code /b} the organizations only. Lists in numbered pages, records by id, POST and PATCH; and a count of
 * what was written.
 */
public final class Shelf {
    static final int ORGANIZATIONS = 200;
    static final int PAGE = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<ObjectNode>> lists = new ConcurrentHashMap<>();
    private final AtomicLong posts = new AtomicLong();
    private final AtomicLong patches = new AtomicLong();
    private final int contacts;

    private Shelf(int contacts) {
        this.contacts = contacts;
        reset();
    }

    /** @param arguments how many contacts; prints its port when it answers */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Shelf shelf = new Shelf(Integer.parseInt(arguments[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", shelf::serve);
        server.setExecutor(Executors.newFixedThreadPool(32));
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private void reset() {
        lists.put("/a/organizations", organizations());
        lists.put("/b/organizations", organizations());
        lists.put("/a/contacts", People.contacts(contacts, ORGANIZATIONS));
        lists.put("/b/contacts", new ArrayList<>());
        posts.set(0);
        patches.set(0);
    }

    private static List<ObjectNode> organizations() {
        List<ObjectNode> all = new ArrayList<>();
        for (int id = 1; id <= ORGANIZATIONS; id++)
            all.add(JSON.createObjectNode().put("id", id).put("name", "Organization " + id));
        return all;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            ObjectNode answer = switch (exchange.getRequestMethod()) {
                case "POST" -> path.equals("/reset") ? cleared() : made(path, body);
                case "PATCH" -> changed(path, body);
                default -> path.equals("/count") ? counted() : shown(exchange, path);
            };
            byte[] out = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, out.length);
            exchange.getResponseBody().write(out);
        }
    }

    private ObjectNode cleared() {
        reset();
        return counted();
    }

    private ObjectNode counted() {
        return JSON.createObjectNode().put("posts", posts.get()).put("patches", patches.get());
    }

    private ObjectNode made(String path, byte[] body) throws IOException {
        ObjectNode made = (ObjectNode) JSON.readTree(body);
        List<ObjectNode> list = lists.get(path);
        synchronized (list) {
            made.put("id", list.size() + 1);
            list.add(made);
        }
        posts.incrementAndGet();
        return made;
    }

    private ObjectNode changed(String path, byte[] body) throws IOException {
        ObjectNode record = record(path);
        record.setAll((ObjectNode) JSON.readTree(body));
        patches.incrementAndGet();
        return record;
    }

    private ObjectNode shown(HttpExchange exchange, String path) {
        List<ObjectNode> list = lists.get(path);
        if (list == null) return record(path);
        int page = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*page=(\\d+).*", "$1"));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        synchronized (list) {
            answer.put("total", list.size());
            int from = Math.min(list.size(), (page - 1) * PAGE);
            items.addAll(list.subList(from, Math.min(list.size(), from + PAGE)));
        }
        return answer;
    }

    private ObjectNode record(String path) {
        int slash = path.lastIndexOf('/');
        return lists.get(path.substring(0, slash)).get(Integer.parseInt(path.substring(slash + 1)) - 1);
    }
}
