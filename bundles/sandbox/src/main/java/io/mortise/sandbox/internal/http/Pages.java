package io.mortise.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.sandbox.internal.http.Vendor.PageRef;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The web pages of a simulated vendor: where its own links lead to. */
final class Pages {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");
    private static final Set<String> SECRET = Set.of("password", "otp-secret", "versions");
    private static final int ROWS_ON_START_PAGE = 12;
    private static final List<String> NAMES = List.of(
            "name",
            "accountName",
            "OrgName",
            "AgentName",
            "AssetName",
            "locationName",
            "last-name",
            "lastName",
            "title");
    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#1c2430}"
                    + "header{background:#22304a;color:#fff;padding:14px 28px}header a{color:#fff;text-decoration:none}"
                    + "main{max-width:920px;margin:28px auto;background:#fff;border:1px solid #d9dde3;border-radius:8px;padding:8px 28px 24px}"
                    + "h1{font-size:22px;margin:16px 0 2px}h2{font-size:16px;margin:22px 0 4px}p{color:#5b6675;margin:0 0 14px}"
                    + "table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #e6e9ee;padding:7px 10px 7px 0;"
                    + "text-align:left;vertical-align:top;overflow-wrap:anywhere}th{width:32%;font-weight:500;color:#5b6675}";

    private final Vendor vendor;

    Pages(Vendor vendor) {
        this.vendor = vendor;
    }

    /** The page at this address, or empty when the address belongs to the API. */
    Optional<Response> serve(Request request) {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        synchronized (vendor.store()) {
            if (request.segments().isEmpty()) {
                return Optional.of(page(vendor.title(), start()));
            }
            return vendor.page(request).map(this::record);
        }
    }

    private Response record(PageRef ref) {
        Optional<Row> row = vendor.store().table(ref.type()).find(ref.id());
        if (row.isEmpty()) {
            return Response.html(
                    404, html("Not found", "<h1>Not found</h1><p>This record does not exist.</p>"), HEADERS);
        }
        return page(name(row.get()), record(ref.type(), row.get()));
    }

    private static Response page(String title, String content) {
        return Response.html(200, html(title, content), HEADERS);
    }

    private static String html(String title, String content) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escape(title)
                + "</title><meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE
                + "</style></head><body>" + content + "</body></html>";
    }

    private String record(String type, Row row) {
        StringBuilder html = new StringBuilder(header());
        html.append("<h1>").append(escape(name(row))).append("</h1><p>").append(escape(type));
        html.append(" ").append(escape(row.id())).append("</p><table>");
        row.fields().properties().stream()
                .filter(field -> !SECRET.contains(field.getKey()))
                .forEach(field -> line(html, field.getKey(), text(field.getValue())));
        line(html, "created", row.createdAt().toString());
        line(html, "last updated", row.updatedAt().toString());
        return html.append("</table></main>").toString();
    }

    private String start() {
        StringBuilder html = new StringBuilder(header());
        html.append("<h1>").append(escape(vendor.title())).append("</h1><p>A simulated vendor system.</p>");
        vendor.store().tables().forEach((type, table) -> {
            if (table.size() > 0 && vendor.pagePath(type, "0").isPresent()) {
                section(html, type, table);
            }
        });
        return html.append("</main>").toString();
    }

    private void section(StringBuilder html, String type, Table table) {
        html.append("<h2>")
                .append(escape(type))
                .append(" (")
                .append(table.size())
                .append(")</h2><table>");
        table.stream()
                .limit(ROWS_ON_START_PAGE)
                .forEach(row -> vendor.pagePath(type, row.id())
                        .ifPresent(path -> html.append("<tr><td><a href=\"")
                                .append(escape(path))
                                .append("\">")
                                .append(escape(name(row)))
                                .append("</a></td></tr>")));
        html.append("</table>");
    }

    private String header() {
        return "<header><a href=\"/\">" + escape(vendor.title()) + " &middot; sandbox</a></header><main>";
    }

    private static void line(StringBuilder html, String name, String value) {
        html.append("<tr><th>")
                .append(escape(name))
                .append("</th><td>")
                .append(escape(value))
                .append("</td></tr>");
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "–";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static String name(Row row) {
        for (String field : NAMES) {
            String first = row.text(field.equals("last-name") ? "first-name" : "firstName");
            if (!row.text(field).isEmpty()) {
                return field.startsWith("last") ? (first + " " + row.text(field)).trim() : row.text(field);
            }
        }
        return "Record " + row.id();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
