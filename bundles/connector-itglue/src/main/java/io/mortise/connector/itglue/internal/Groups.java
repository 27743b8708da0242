package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Sight;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Group;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.User;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Groups of users, with whom and what they reach; members and denials come beside them. Never written. */
final class Groups {
    private static final String BESIDE = "users,organizations,resource_type_restrictions";
    /** Not IT Glue's: what came beside it. */
    private static final String MEMBERS = "@users", REACHED = "@organizations", DENIED = "@denied";

    private static final int PAGE = 50;

    static final Mapping MAPPING = Mapping.empty()
            .shown(Group.NAME, "name")
            .shown(Group.DESCRIPTION, "description")
            .shown(Group.MEMBERS, MEMBERS, row -> refs(row.at(MEMBERS), User.TYPE))
            .shown(Group.ORGANIZATIONS, REACHED, row -> refs(row.at(REACHED), Organization.TYPE))
            .shown(Group.DENIED, DENIED, row -> Optional.of(texts(row.at(DENIED))));

    private final Api api;
    private final Sight sight = new Sight(Group.TYPE, Resource::id, Resource::changedAt, Groups::observe);
    private final Feeds feeds;

    Groups(Api api, Clock clock) {
        this.api = api;
        Request list = Request.get("/groups").query("include", BESIDE);
        this.feeds = new Feeds(new Feeds.Source(api, list, PAGE, true, this::shown), clock, "created_at");
    }

    Lane lane() {
        return Lane.of(Group.TYPE).feeds(feeds.sweep()).fetch(this::fetch);
    }

    private List<Observation> shown(List<Json> rows) throws Fault {
        List<Json> whole = new ArrayList<>();
        for (Json row : rows) whole.add(whole(row));
        return sight.list(whole);
    }

    private Observation fetch(String id) throws Fault {
        Request show = Request.get("/groups/{id}", id).query("include", BESIDE);
        return sight.fetched(whole(Included.beside(api.get(show))));
    }

    private static Json whole(Json row) throws Fault {
        List<Json> denied = Included.of(row, "resource-type-restrictions").stream()
                .map(each -> each.at("attributes", "resource-type"))
                .toList();
        Json attributes = row.at("attributes")
                .with(MEMBERS, ids(row, "users"))
                .with(REACHED, ids(row, "organizations"))
                .with(DENIED, denied);
        return row.with("attributes", attributes);
    }

    private static List<Json> ids(Json row, String relation) throws Fault {
        return Included.of(row, relation).stream().map(each -> each.at("id")).toList();
    }

    private static Observation observe(Json row, Consumer<Field<?>> unread) {
        return Observation.of(Group.TYPE, Resource.id(row).orElseThrow(), MAPPING.read(row.at("attributes"), unread));
    }

    private static Optional<Set<Ref>> refs(Json ids, EntityType to) {
        Set<Ref> refs = new LinkedHashSet<>();
        texts(ids).forEach(id -> refs.add(Ref.to(to, id)));
        return Optional.of(refs);
    }

    private static Set<String> texts(Json values) {
        Set<String> texts = new LinkedHashSet<>();
        values.items().forEach(each -> each.text().ifPresent(texts::add));
        return texts;
    }
}
