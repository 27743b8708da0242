package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Chain;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.connector.http.Place;
import io.mortise.connector.http.Rows;
import io.mortise.connector.http.Sight;
import io.mortise.model.Choice;
import io.mortise.model.DocumentationItem;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Organization;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Documents and flexible assets by name and address. Documents are listed by organization, those in folders apart;
 * flexible assets by their type. A record's id here begins with what it is: {@code document/77}.
 */
final class DocumentationItems {
    private static final String DOCUMENT = "document";
    private static final String ASSET = "flexible_asset";
    private static final int PAGE = 100;
    private static final String NONE = "-";

    static final Mapping MAPPING = Mapping.empty()
            .ref(DocumentationItem.ORGANIZATION, "organization-id", Organization.TYPE)
            .shown(DocumentationItem.NAME, "name")
            .shown(DocumentationItem.KIND, "flexible-asset-type-name")
            .not(EntityType.ACTIVE, "archived")
            .shownMoment(DocumentationItem.CREATED, "created-at")
            .shownMoment(DocumentationItem.UPDATED, "updated-at");

    private final Api api;
    private final Lists lists;

    DocumentationItems(Api api, Lists lists) {
        this.api = api;
        this.lists = lists;
    }

    Lane lane() {
        Feed all = Chain.of(List.of(
                        Feed.sweep(this::assets).pages(PAGE),
                        Feed.sweep(this::documents).pages(PAGE)))
                .seldom();
        return Lane.of(DocumentationItem.TYPE).feeds(all).fetch(this::fetch);
    }

    /** Cursor: place of the type in their list, page. */
    private Page assets(Query q) throws Fault {
        Place at = q.cursor().isStart() ? Place.of(0, 1) : Place.read(q.cursor(), 2);
        List<Choice> types = lists.choices("/flexible_asset_types");
        int type = at.number(0);
        if (type >= types.size()) return Page.last(List.of());
        Request list = Request.get("/flexible_assets")
                .query("filter[flexible-asset-type-id]", types.get(type).key())
                .query("sort", "created_at");
        Rows rows = Lists.rows(api, list, at.number(1), q.limit());
        List<Observation> seen = sight(ASSET).list(rows.items());
        if (!rows.isLast())
            return Page.more(seen, Place.of(type, at.number(1) + 1).text());
        boolean last = type + 1 == types.size();
        return last ? Page.last(seen) : Page.more(seen, Place.of(type + 1, 1).text());
    }

    /** Cursor: next page of organizations, those of the last one that are still to be read, in folders, page. */
    private Page documents(Query q) throws Fault {
        Place at = q.cursor().isStart() ? organizations(1) : Place.read(q.cursor(), 4);
        if (at.text(1).equals(NONE)) return Page.last(List.of());
        boolean inFolders = Boolean.parseBoolean(at.text(2));
        List<String> left = List.of(at.text(1).split(","));
        Request list = Request.get("/organizations/{id}/relationships/documents", left.get(0));
        Rows rows =
                rows(inFolders ? list.query("filter[document_folder_id][ne]", "null") : list, at.number(3), q.limit());
        Place next = next(at, left, inFolders, rows.isLast());
        List<Observation> seen = sight(DOCUMENT).list(rows.items());
        return next.text(1).equals(NONE) ? Page.last(seen) : Page.more(seen, next.text());
    }

    /** An organization that is gone meanwhile has none. */
    private Rows rows(Request list, int page, int limit) throws Fault {
        try {
            return Lists.rows(api, list, page, limit);
        } catch (Fault fault) {
            if (fault.remedy() == Fault.Remedy.FORGET) return new Rows(List.of(), page, limit, 0);
            throw fault;
        }
    }

    private Place next(Place at, List<String> left, boolean inFolders, boolean isLast) throws Fault {
        if (!isLast) return Place.of(at.text(0), at.text(1), inFolders, at.number(3) + 1);
        if (!inFolders) return Place.of(at.text(0), at.text(1), true, 1);
        if (left.size() == 1) return organizations(at.number(0));
        return Place.of(at.text(0), String.join(",", left.subList(1, left.size())), false, 1);
    }

    private Place organizations(int page) throws Fault {
        if (page == 0) return Place.of(0, NONE, false, 1);
        Rows rows = Lists.rows(api, Request.get("/organizations").query("sort", "id"), page, PAGE);
        String ids =
                rows.items().stream().flatMap(row -> Resource.id(row).stream()).collect(Collectors.joining(","));
        return Place.of(rows.isLast() ? 0 : page + 1, ids.isEmpty() ? NONE : ids, false, 1);
    }

    private Observation fetch(String id) throws Fault {
        String[] parts = id.split("/", 2);
        boolean known = parts.length == 2 && List.of(DOCUMENT, ASSET).contains(parts[0]);
        if (!known) throw Fault.of(Fault.Remedy.FORGET, "IT Glue has no such document");
        String path = parts[0].equals(DOCUMENT) ? "/documents/{id}" : "/flexible_assets/{id}";
        return sight(parts[0]).fetched(api.get(Request.get(path, parts[1])).at("data"));
    }

    private static Sight sight(String kind) {
        return new Sight(
                DocumentationItem.TYPE,
                row -> id(kind, row),
                Resource::changedAt,
                (row, unread) -> observe(kind, row, unread));
    }

    private static Optional<String> id(String kind, Json row) {
        return Resource.id(row).map(id -> kind + "/" + id);
    }

    private static Observation observe(String kind, Json row, Consumer<Field<?>> unread) {
        Json attributes = row.at("attributes");
        var fields = MAPPING.read(attributes, unread);
        if (kind.equals(DOCUMENT))
            fields = fields.but().set(DocumentationItem.KIND, "Document").build();
        return Resource.told(
                Observation.of(DocumentationItem.TYPE, id(kind, row).orElseThrow(), fields), row);
    }
}
