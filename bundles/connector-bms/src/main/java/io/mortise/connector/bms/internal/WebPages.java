package io.mortise.connector.bms.internal;

import io.mortise.connector.http.Addresses;
import java.net.URI;

/** Where a person sees a record. BMS documents no addresses for that: this is the one place that assumes some. */
record WebPages(String base) {
    URI account(String id) {
        return Addresses.below(base, "/app/crm/accounts/" + id);
    }

    URI location(String id) {
        return Addresses.below(base, "/app/crm/locations/" + id);
    }

    URI contact(String id) {
        return Addresses.below(base, "/app/crm/contacts/" + id);
    }

    URI ticket(String id) {
        return Addresses.below(base, "/app/servicedesk/tickets/" + id);
    }

    URI asset(String id) {
        return Addresses.below(base, "/app/servicedesk/hardwareassets/" + id);
    }
}
