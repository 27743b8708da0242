package io.mortise.connector.bms.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.User;
import java.util.List;
import java.util.function.Consumer;

/** Employees. There is no request for one alone, so one is asked for as a list of one id. */
final class Users {
    private static final String LIST = "/v2/hr/employees/searchselect";
    static final Mapping MAPPING = Mapping.empty()
            .shown(User.FIRST_NAME, "FirstName")
            .shown(User.LAST_NAME, "LastName")
            .shown(User.EMAIL, "EmailAddress")
            .shown(User.JOB_TITLE, "JobTitle")
            .flag(EntityType.ACTIVE, "IsActive");

    private final Bms bms;
    private final Feeds feeds;
    private final Sight sight;

    Users(Bms bms, Connection c) {
        this.bms = bms;
        this.sight = new Sight(User.TYPE, Seen::maybe, this::observe);
        this.feeds = new Feeds(bms, c.clock(), LIST, sight::list);
    }

    Lane lane() {
        return Lane.of(User.TYPE).feeds(feeds.sweep()).fetch(this::fetch);
    }

    private Observation fetch(String id) throws Fault {
        List<Json> found = bms.found(Request.get(LIST).query("Filter.Ids", id));
        for (Json row : found) if (Seen.maybe(row).filter(id::equals).isPresent()) return sight.fetched(row);
        throw Fault.of(Fault.Remedy.FORGET, "BMS has no such employee");
    }

    private Observation observe(Json row, Consumer<Field<?>> unread) {
        return Seen.of(User.TYPE, Seen.id(row), MAPPING, row, unread);
    }
}
