package io.mortise.tickets.internal;

import io.mortise.api.Shown.LinkShown;
import io.mortise.api.Shown.OriginShown;
import java.util.List;
import java.util.Map;

/**
 * A ticket with all that a page of it needs to begin with.
 *
 * @param locked by field name, why nobody may change it here now, in a sentence
 * @param names what its records are called, by their ids
 * @param closes its status is one that its list calls closed
 */
public record TicketShown(
        String id,
        String type,
        long version,
        String lifecycle,
        String changedAt,
        Map<String, Object> fields,
        List<LinkShown> links,
        Map<String, OriginShown> origins,
        Map<String, String> locked,
        Map<String, String> names,
        Sla sla,
        boolean closes,
        Can can) {}
