package io.mortise.sandbox.internal.bms;

import io.mortise.sandbox.internal.http.Route;
import java.util.List;
import java.util.Set;

/** Which right a route needs: the area of its path, and to view, modify or delete there. */
final class Rights {
    static final List<String> AREAS = List.of("servicedesk", "crm", "assets", "time", "finance", "admin", "itglue");
    static final char VIEW = 'v';
    static final char MODIFY = 'm';
    static final char DELETE = 'd';

    /** Prefix and area; the first that fits counts, and what fits none is free to everybody who is signed in. */
    private static final String[][] PREFIXES = {
        {"/v2/servicedesk/hardwareasset/{id}/tickets", "servicedesk"},
        {"/v2/servicedesk/hardwareasset", "assets"},
        {"/v2/servicedesk/", "servicedesk"},
        {"/v2/system/attachments", "servicedesk"},
        {"/v2/system/customFields/data", "servicedesk"},
        {"/v2/timelogs", "time"},
        {"/v2/crm/", "crm"},
        {"/v2/finance/", "finance"},
        {"/v2/admin/webhooks", "admin"},
        {"/v2/admin/companysettings", "admin"},
        {"/v2/rmm/", "admin"},
        {"/v2/integrations/itglue/servicedesk", "servicedesk"},
        {"/v2/integrations/itglue/", "itglue"}
    };

    private static final Set<String> LISTS = Set.of("search", "lookup", "count", "searchselect");

    private Rights() {}

    static boolean allow(SignIns.User user, Route route) {
        for (String[] prefix : PREFIXES) {
            if (route.template().startsWith(prefix[0])) {
                return user.may(prefix[1], right(route));
            }
        }
        return true;
    }

    private static char right(Route route) {
        String last = route.parts().get(route.parts().size() - 1);
        if (route.method().equals("GET") || LISTS.contains(last)) {
            return VIEW;
        }
        return route.method().equals("DELETE") ? DELETE : MODIFY;
    }
}
