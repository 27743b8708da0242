package io.mortise.connector.vsa.internal;

import io.mortise.connector.http.Addresses;
import java.net.URI;

/** Where a person sees a record. VSA documents no addresses for that: this is the one place that assumes some. */
record WebPages(String base) {
    URI organization(String id) {
        return Addresses.below(base, "/app/orgs/" + id);
    }

    URI agent(String id) {
        return Addresses.below(base, "/app/agents/" + id);
    }
}
