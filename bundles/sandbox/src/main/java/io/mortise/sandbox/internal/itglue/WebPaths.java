package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.http.Vendor.PageRef;
import io.mortise.sandbox.internal.state.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The addresses of IT Glue's web application: {@code /<organization>/configurations/<id>} and the like. */
final class WebPaths {
    private static final Set<String> BELOW_ORGANIZATION = Set.of("configurations", "contacts", "locations");

    private WebPaths() {}

    static String of(String type, Row row) {
        return BELOW_ORGANIZATION.contains(type)
                ? "/" + row.text("organization-id") + "/" + type + "/" + row.id()
                : "/" + row.id();
    }

    static boolean known(String type) {
        return BELOW_ORGANIZATION.contains(type) || type.equals("organizations");
    }

    static Optional<PageRef> read(List<String> segments) {
        if (!segments.isEmpty() && segments.get(0).chars().allMatch(Character::isDigit)) {
            if (segments.size() == 1) {
                return Optional.of(new PageRef("organizations", segments.get(0)));
            }
            if (segments.size() == 3 && BELOW_ORGANIZATION.contains(segments.get(1))) {
                return Optional.of(new PageRef(segments.get(1), segments.get(2)));
            }
        }
        return Optional.empty();
    }
}
