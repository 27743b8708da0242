package io.mortise.connector.bms.internal;

import java.net.URI;

/** Where a person sees a record. BMS documents no addresses for that: this is the one place that assumes some. */
record WebPages(String base) {
    URI account(String id) {
        return URI.create(base + "/app/crm/accounts/" + id);
    }

    URI location(String id) {
        return URI.create(base + "/app/crm/locations/" + id);
    }

    URI contact(String id) {
        return URI.create(base + "/app/crm/contacts/" + id);
    }

    URI asset(String id) {
        return URI.create(base + "/app/servicedesk/hardwareassets/" + id);
    }
}
