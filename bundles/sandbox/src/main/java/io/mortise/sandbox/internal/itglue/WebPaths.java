package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.Vendor.PageRef;
import io.mortise.sandbox.internal.state.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses of IT Glue's web application: {@code /<organization>/configurations/<id>} and the like. */
final class WebPaths {
    private static final String ASSETS = "flexible-assets";
    private static final Map<String, String> BELOW_ORGANIZATION = Map.of(
            "configurations", "configurations",
            "contacts", "contacts",
            "locations", "locations",
            "passwords", "passwords",
            "documents", "docs",
            "checklists", "checklists",
            "domains", "domains",
            "ssl-certificates", "ssl_certificates",
            "tickets", "tickets");

    private WebPaths() {}

    static String of(String type, Row row) {
        String organization = "/" + row.text("organization-id");
        if (type.equals(ASSETS)) {
            String kind = row.text("flexible-asset-type-id") + "-" + row.text("type-slug");
            return organization + "/assets/" + kind + "/records/" + row.id();
        }
        if (BELOW_ORGANIZATION.containsKey(type)) {
            return organization + "/" + BELOW_ORGANIZATION.get(type) + "/" + row.id();
        }
        return type.equals("organizations") ? "/" + row.id() : "/" + type.replace('-', '_') + "/" + row.id();
    }

    static boolean known(String type) {
        return BELOW_ORGANIZATION.containsKey(type) || type.equals("organizations") || type.equals(ASSETS);
    }

    static Optional<PageRef> read(List<String> segments) {
        if (segments.isEmpty() || !segments.get(0).chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        if (segments.size() == 1) {
            return Optional.of(new PageRef("organizations", segments.get(0)));
        }
        if (segments.size() == 5 && segments.get(1).equals("assets")) {
            return Optional.of(new PageRef(ASSETS, segments.get(4)));
        }
        return BELOW_ORGANIZATION.entrySet().stream()
                .filter(entry -> segments.size() == 3 && entry.getValue().equals(segments.get(1)))
                .map(entry -> new PageRef(entry.getKey(), segments.get(2)))
                .findFirst();
    }
}
