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
 * @param customLabels what the PSA's own fields are called, by the code under which the ticket has their values
 * @param rmm an RMM is connected and switched on
 * @param rmmTrouble why nothing comes from an RMM, each a sentence for people
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
        Map<String, String> customLabels,
        boolean rmm,
        List<String> rmmTrouble,
        boolean closes,
        Can can) {}
