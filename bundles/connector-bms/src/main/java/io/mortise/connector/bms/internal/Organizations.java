package io.mortise.connector.bms.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.connector.http.Writable;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Accounts. An account is never put, only patched: a put's body lacks things that an account has. */
final class Organizations {
    static final String LIST = "/v2/crm/accounts/summary";
    static final Mapping MAPPING = Mapping.empty()
            .text(Organization.NAME, "AccountName")
            .text(Organization.SHORT_NAME, "AccountCode")
            .choice(Organization.KIND, "AccountTypeId", "AccountType")
            .text(Organization.DESCRIPTION, "Description")
            .text(Organization.WEBSITE, "Website")
            .flag(EntityType.ACTIVE, "IsActive");
    private static final Writable FIELDS = Writable.of(
            Organization.TYPE,
            Organization.NAME,
            Organization.SHORT_NAME,
            Organization.KIND,
            Organization.DESCRIPTION,
            Organization.WEBSITE,
            EntityType.ACTIVE);

    private final Bms bms;
    private final Lists lists;
    private final WebPages pages;
    private final String businessType;
    private final Feeds feeds;
    private final Sight sight;

    Organizations(Bms bms, Lists lists, WebPages pages, Connection c) {
        this.bms = bms;
        this.lists = lists;
        this.pages = pages;
        this.businessType = c.setting("businessType");
        this.sight = new Sight(Organization.TYPE, Seen::maybe, Seen::changedAt, this::observe);
        this.feeds = new Feeds(bms, c.clock(), LIST, sight::list);
    }

    Lane lane() {
        return Lane.of(Organization.TYPE)
                .feeds(feeds.sweep(), feeds.changes())
                .fetch(id -> sight.fetched(bms.one(Request.get(LIST + "/{id}", id))))
                .create(FIELDS.only(this::create), FIELDS.array())
                .needs(Organization.NAME, Organization.KIND)
                .update(FIELDS.only(this::update), FIELDS.array())
                .find(this::find, Organization.NAME)
                .choices(Organization.KIND, any -> lists.choices(Lists.ACCOUNT_TYPES));
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        String id = Seen.id(row);
        return Seen.of(Organization.TYPE, id, MAPPING, row, unread).page(pages.account(id));
    }

    private Observation update(Write w) throws Fault {
        Request request = Request.of("PATCH", "/v2/crm/accounts/{id}", w.id().orElseThrow());
        return sight.saved(bms.patch(request, MAPPING.write(w.fields()), MAPPING));
    }

    /** BMS wants a manager, a kind of business and a first location with every account. */
    private Observation create(Write w) throws Fault {
        Json main = Json.object()
                .with("LocationName", "Main")
                .with("IsMain", true)
                .with("Addresses", List.of(Json.object().with("IsMain", true)));
        Json body = MAPPING.write(w.fields())
                .with("BusinessTypeId", Ids.plain(business()))
                .with("AccountManagerId", Ids.plain(ourselves()))
                .with("Locations", List.of(main));
        return sight.saved(bms.write(Request.of("POST", "/v2/crm/accounts"), body, MAPPING));
    }

    private String business() throws Fault {
        return lists.namedOrUsual(Lists.BUSINESS_TYPES, businessType)
                .orElseThrow(() -> Fault.of(Remedy.ASK_ADMIN, "BMS has no business type; a new account needs one"));
    }

    private String ourselves() throws Fault {
        return Ids.read(bms.one(Request.get("/v2/security/userinfo")).at("userId"))
                .orElseThrow(() -> Fault.of(Remedy.REPORT, "BMS doesn't say who is signed in"));
    }

    private List<Observation> find(Fields like) throws Fault {
        Optional<String> name = like.get(Organization.NAME);
        List<Observation> found = new ArrayList<>();
        if (name.isEmpty()) return found;
        found.addAll(sight.list(bms.found(Request.get(LIST).query("Filter.AccountName", name.get()))));
        found.removeIf(o -> !o.fields().get(Organization.NAME).equals(name));
        return found;
    }
}
