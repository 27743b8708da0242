package io.mortise.connector.vsa.internal;

import java.net.URI;

/** Where a person sees a record. VSA documents no addresses for that: this is the one place that assumes some. */
record WebPages(String base) {
    URI organization(String id) {
        return URI.create(base + "/app/orgs/" + id);
    }

    URI agent(String id) {
        return URI.create(base + "/app/agents/" + id);
    }
}
