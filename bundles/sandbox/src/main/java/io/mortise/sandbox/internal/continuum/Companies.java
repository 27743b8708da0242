package io.mortise.sandbox.internal.continuum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.function.Predicate;

/** Companies and their sites: whole lists, without pages. */
final class Companies {
    static final String COMPANY =
            "name friendlyName description industryCode acquiredDate inactiveDate activityStatus ownershipType";
    static final String SITE =
            "companyId name friendlyName activeFlag primaryFlag timeZone primaryAddress primaryPhoneNumber primaryEmail";

    private final Store store;

    Companies(Store store) {
        this.store = store;
    }

    void addTo(Router routes) {
        String root = Continuum.V1 + "/company";
        routes.read(root + "/companies", Refusal.answered(this::companies));
        routes.read(root + "/companies/{company}", Refusal.answered(r -> Answers.ok(company(find(r)))));
        routes.read(root + "/companies/{company}/sites", Refusal.answered(this::sitesOf));
        routes.read(root + "/companies/{company}/sites/{site}", Refusal.answered(this::siteOf));
        routes.read(root + "/sites", Refusal.answered(r -> sites(site -> true)));
        routes.read(root + "/sites/{site}", Refusal.answered(r -> Answers.ok(site(findSite(r)))));
    }

    private Row find(Request request) {
        return Guid.id("companies", request.var("company"))
                .flatMap(store.table("companies")::find)
                .orElseThrow(() -> Refusal.unknown("company"));
    }

    private Row findSite(Request request) {
        return Guid.id("sites", request.var("site"))
                .flatMap(store.table("sites")::find)
                .orElseThrow(() -> Refusal.unknown("site"));
    }

    private Response companies(Request request) {
        return Answers.list(Json.array(store.table("companies").stream().map(this::company)));
    }

    private Response sitesOf(Request request) {
        String company = find(request).id();
        return sites(site -> site.text("companyId").equals(company));
    }

    private Response siteOf(Request request) {
        Row site = findSite(request);
        if (!site.text("companyId").equals(find(request).id())) {
            throw Refusal.unknown("site");
        }
        return Answers.ok(site(site));
    }

    private Response sites(Predicate<Row> which) {
        return Answers.list(
                Json.array(store.table("sites").stream().filter(which).map(this::site)));
    }

    private ObjectNode company(Row row) {
        ObjectNode view = Json.object().put("id", Guid.of("companies", row.id()));
        copy(row, view, "name friendlyName description industryCode acquiredDate inactiveDate");
        view.set("activityStatus", named("statuses of companies", row.text("activityStatus")));
        view.set("ownershipType", named("kinds of companies", row.text("ownershipType")));
        store.table("sites").stream()
                .filter(site -> site.text("companyId").equals(row.id()) && site.flag("primaryFlag"))
                .findFirst()
                .ifPresent(site -> view.set("primarySite", brief(site)));
        return dated(row, view);
    }

    /** A word of a list whose ids nothing else shows. */
    private static ObjectNode named(String list, String word) {
        String id = Guid.of(list, Integer.toString(Math.floorMod(word.hashCode(), 1_000_000)));
        return word.isEmpty() ? null : Json.object().put("id", id).put("name", word);
    }

    private static ObjectNode brief(Row site) {
        ObjectNode view = Json.object().put("id", Guid.of("sites", site.id()));
        copy(site, view, "name friendlyName primaryFlag timeZone primaryAddress primaryPhoneNumber primaryEmail");
        return view;
    }

    private ObjectNode site(Row row) {
        ObjectNode view = brief(row);
        copy(row, view, "activeFlag");
        ObjectNode company = view.putObject("company").put("id", Guid.of("companies", row.text("companyId")));
        store.table("companies")
                .find(row.text("companyId"))
                .ifPresent(found -> copy(found, company, "name friendlyName"));
        return dated(row, view);
    }

    private static ObjectNode dated(Row row, ObjectNode view) {
        return view.put("createdDate", row.createdAt().toString())
                .put("updatedDate", row.updatedAt().toString());
    }

    private static void copy(Row row, ObjectNode view, String names) {
        for (String name : names.split(" ")) {
            view.set(name, row.get(name).isMissingNode() ? null : row.get(name));
        }
    }
}
