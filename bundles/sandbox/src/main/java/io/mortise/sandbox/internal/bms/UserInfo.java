package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.bms.SignIns.User;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import java.util.List;

/** Who is signed in, and what the security role of this user allows. */
final class UserInfo {
    private final Office office;

    UserInfo(Office office) {
        this.office = office;
    }

    void addTo(Router routes) {
        routes.read("/v2/security/userinfo", office.answered(this::userInfo));
        routes.read("/v2/security/ssostatus", office.answered(request -> sso()));
    }

    private static Response sso() {
        return Envelope.result(Json.object().put("enabled", false).putNull("loginEndpointUrl"));
    }

    private Response userInfo(Request request) {
        User user = office.caller(request);
        String email = user.employee().text("emailAddress");
        ObjectNode info = Json.object().put("userId", user.id()).put("fullName", user.name());
        info.put("emailAddress", email).put("timeStamp", office.store().now().toString());
        info.put("timeZoneValue", 0.0).put("timeZoneName", "UTC").put("olsonTimeZoneName", "Etc/UTC");
        info.put("dateFormat", "MM/dd/yyyy").put("timeFormat", "hh:mm tt").put("timeFormatWithSeconds", "hh:mm:ss tt");
        info.put("tenantId", 4101).putNull("accountId").putNull("locationId").putNull("contactId");
        info.put("businessName", Tokens.TENANT);
        info.set("userAccessRights", rights(user));
        info.putArray("specialFeatures");
        info.putArray("viewsMenus");
        info.putArray("queuesMenus");
        info.put("currencyCode", "USD").put("cultureCode", "en-US").put("filesVersionNumber", "1");
        boolean admin = user.role().text("name").equals("Administrator");
        info.put("newTicketingUI", true).put("isUserSystemAdmin", admin).put("productName", "BMS");
        return Envelope.result(info.putNull("pictureUrl").putNull("openIdRealmId"));
    }

    /** One entry per area; the ids of menus are unpublished, so they count the areas. */
    private static ArrayNode rights(User user) {
        ArrayNode rights = Json.array();
        List<String> areas = Rights.AREAS;
        for (int i = 0; i < areas.size(); i++) {
            String area = areas.get(i);
            rights.addObject()
                    .put("canView", user.may(area, Rights.VIEW))
                    .put("canModify", user.may(area, Rights.MODIFY))
                    .put("canDelete", user.may(area, Rights.DELETE))
                    .put("mainMenuId", i + 1)
                    .put("menuCategoryId", i + 1)
                    .put("listingIDEnum", i == 0 ? Integer.parseInt(Guesses.TICKET_MODULE) : 0);
        }
        return rights;
    }
}
