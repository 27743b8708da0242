package io.mortise.connector.bms.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Session;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.model.Alert;
import io.mortise.model.Attachment;
import io.mortise.model.ChecklistItem;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Expense;
import io.mortise.model.Location;
import io.mortise.model.Lookup;
import io.mortise.model.Organization;
import io.mortise.model.Right;
import io.mortise.model.Standing;
import io.mortise.model.Ticket;
import io.mortise.model.TicketNote;
import io.mortise.model.TimeLog;
import io.mortise.model.User;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One tenant of BMS. */
final class BmsSession implements Session {
    private static final Set<Right> READ = Stream.of(
                    Lookup.TYPE,
                    User.TYPE,
                    Organization.TYPE,
                    Location.TYPE,
                    Contact.TYPE,
                    Configuration.TYPE,
                    Ticket.TYPE,
                    TicketNote.TYPE,
                    TimeLog.TYPE,
                    Expense.TYPE,
                    Alert.TYPE,
                    ChecklistItem.TYPE,
                    Attachment.TYPE)
            .map(Right::read)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<EntityType> WRITTEN = Set.of(
            Organization.TYPE,
            Contact.TYPE,
            Configuration.TYPE,
            Ticket.TYPE,
            TicketNote.TYPE,
            TimeLog.TYPE,
            ChecklistItem.TYPE);

    /** What a security role must let read at the least; each refuses by itself. */
    private static final List<String> READS = List.of("/v2/crm/accounts/summary", "/v2/crm/contacts/summary");

    private final Connection connection;
    private final Bms bms;
    private final List<Lane> lanes;

    BmsSession(Connection c) {
        connection = c;
        bms = new Bms(new Api(c.http(), new BmsDialect()));
        Lists lists = new Lists(bms, c.clock());
        WebPages pages = new WebPages(c.setting("url"));
        lanes = List.of(
                new Lookups(bms, lists, new LookupFields(c.setting("closed"))).lane(),
                new Users(bms, c).lane(),
                new Organizations(bms, lists, pages, c).lane(),
                new Locations(bms, pages, c).lane(),
                new Contacts(bms, lists, pages, c).lane(),
                new Configurations(bms, lists, pages).lane(),
                new Tickets(bms, lists, pages, c).lane(),
                new TicketNotes(bms, lists, c.clock()).lane(),
                new TimeLogs(bms, lists, c).lane(),
                Expenses.lane(bms),
                Alerts.lane(bms),
                new ChecklistItems(bms).lane(),
                TicketFiles.lane(bms));
    }

    @Override
    public List<Lane> lanes() {
        return lanes;
    }

    @Override
    public List<Lane> routes(String product) {
        return product.equals(Bridge.PRODUCT) ? new Bridge(bms).lanes() : List.of();
    }

    /** Whatever was done to a ticket or below it. */
    @Override
    public Set<EntityType> webhook(Request call) throws Fault {
        Webhook.verify(call, connection.secret(Webhook.SECRET));
        return Set.of(Ticket.TYPE);
    }

    private void read(String list) throws Fault {
        try {
            bms.one(Request.get(list).query("PageNumber", 1).query("PageSize", 1));
        } catch (Fault fault) {
            if (fault.remedy() != Fault.Remedy.ASK_ADMIN) throw fault;
            throw Fault.of(
                            Fault.Remedy.ASK_ADMIN,
                            "The security role of this BMS user is too low: it mustn't read accounts and contacts. Give it"
                                    + " a role that may, or use another user",
                            fault)
                    .about("user");
        }
    }

    /** Rights follow the security role, whose form isn't published; only a system administrator is known to have all. */
    @Override
    public Standing standing() throws Fault {
        Json user = bms.one(Request.get("/v2/security/userinfo"));
        if (connection.person().isEmpty()) for (String read : READS) read(read);
        boolean admin = user.at("isUserSystemAdmin").flag();
        Standing standing = Standing.of(user.at("fullName").text().orElse(""), admin ? "System administrator" : "")
                .email(user.at("emailAddress").text().orElse(""))
                .account(account(user))
                .may(Stream.concat(READ.stream(), WRITTEN.stream().map(Right::edit))
                        .collect(Collectors.toUnmodifiableSet()));
        return admin
                ? standing
                : standing.warn("This BMS user is no system administrator: its role may refuse some of the writes.");
    }

    /** Each of Kaseya's servers counts its tenants by itself, so the number alone isn't enough. */
    private static String account(Json user) {
        String tenant = Ids.read(user.at("tenantId")).orElse("");
        String business = user.at("businessName").text().orElse("");
        return tenant.isEmpty() || business.isEmpty() ? "" : tenant + " " + business;
    }
}
