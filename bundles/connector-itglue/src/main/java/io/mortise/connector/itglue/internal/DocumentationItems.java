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
import io.mortise.connector.http.Ids;
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
import io.mortise.model.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Documents, flexible assets and folders of passwords by name and address. Documents are listed by organization, those in
 * folders apart; so are folders, but not to every key; flexible assets by their type. A record's id here begins with what it
 * is: {@code document/77}, and of a folder also whose it is: {@code password_folder/7001/12}.
 */
final class DocumentationItems {
    private static final String DOCUMENT = "document";
    private static final String ASSET = "flexible_asset";
    private static final String FOLDER = "password_folder";
    private static final int PAGE = 100;
    /** What those are whose rows don't say it. */
    private static final Map<String, String> KINDS = Map.of(DOCUMENT, "Document", FOLDER, "Password folder");

    static final Mapping MAPPING = Mapping.empty()
            .ref(DocumentationItem.ORGANIZATION, "organization-id", Organization.TYPE)
            .shown(DocumentationItem.NAME, "name")
            .shown(DocumentationItem.KIND, "flexible-asset-type-name")
            .not(EntityType.ACTIVE, "archived")
            .shownMoment(DocumentationItem.CREATED, "created-at")
            .shownMoment(DocumentationItem.UPDATED, "updated-at");

    private final Api api;
    private final Lists lists;
    private final BelowOrganizations documents;
    private final BelowOrganizations folders;

    DocumentationItems(Api api, Lists lists) {
        this.api = api;
        this.lists = lists;
        this.documents = new BelowOrganizations(
                api,
                sight(DOCUMENT),
                List.of(
                        DocumentationItems::atTheRoot,
                        id -> atTheRoot(id).query("filter[document_folder_id][ne]", "null")));
        this.folders = new BelowOrganizations(
                api,
                sight(FOLDER),
                List.of(id -> Request.get("/organizations/{id}/relationships/password_folders", id)));
    }

    private static Request atTheRoot(String organization) {
        return Request.get("/organizations/{id}/relationships/documents", organization);
    }

    Lane lane() {
        Feed needed = Chain.of(List.of(
                Feed.sweep(this::assets).pages(PAGE),
                Feed.sweep(documents::page).pages(PAGE)));
        Feed all = Chain.ofReadable(List.of(needed, Feed.sweep(folders::page).pages(PAGE)))
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

    private Observation fetch(String id) throws Fault {
        String[] parts = id.split("/");
        if (parts.length == 3 && parts[0].equals(FOLDER)) return folder(parts[1], parts[2]);
        String path = Map.of(DOCUMENT, "/documents/{id}", ASSET, "/flexible_assets/{id}")
                .get(parts[0]);
        if (path == null || parts.length != 2) throw Fault.of(Fault.Remedy.FORGET, "IT Glue has no such document");
        return sight(parts[0]).fetched(api.get(Request.get(path, parts[1])).at("data"));
    }

    private Observation folder(String organization, String id) throws Fault {
        Request one = Request.get("/organizations/{id}/relationships/password_folders/{folder}", organization, id);
        return sight(FOLDER)
                .fetched(BelowOrganizations.of(organization, api.get(one).at("data")));
    }

    /** The folder that a password lies in, by the password's attributes. IT Glue shows one below its organization only. */
    static Optional<Ref> folder(Json password) {
        return Ids.read(password.at("password-folder-id").plain())
                .flatMap(id -> folderId(password, id))
                .map(id -> Ref.to(DocumentationItem.TYPE, id));
    }

    private static Optional<String> folderId(Json attributes, String id) {
        return Ids.read(attributes.at("organization-id").plain())
                .map(organization -> String.join("/", FOLDER, organization, id));
    }

    private static Sight sight(String kind) {
        return new Sight(
                DocumentationItem.TYPE,
                row -> id(kind, row),
                Resource::changedAt,
                (row, unread) -> observe(kind, row, unread));
    }

    private static Optional<String> id(String kind, Json row) {
        Optional<String> id = Resource.id(row);
        return kind.equals(FOLDER)
                ? id.flatMap(own -> folderId(row.at("attributes"), own))
                : id.map(own -> kind + "/" + own);
    }

    private static Observation observe(String kind, Json row, Consumer<Field<?>> unread) {
        Json attributes = row.at("attributes");
        var fields = MAPPING.read(attributes, unread);
        if (KINDS.containsKey(kind))
            fields = fields.but().set(DocumentationItem.KIND, KINDS.get(kind)).build();
        return Resource.told(
                Observation.of(DocumentationItem.TYPE, id(kind, row).orElseThrow(), fields), row);
    }
}
