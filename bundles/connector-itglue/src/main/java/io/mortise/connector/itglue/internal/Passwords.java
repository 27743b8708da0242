package io.mortise.connector.itglue.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Password;
import io.mortise.model.Ref;
import io.mortise.model.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Passwords without their values: none is in a list, and one alone is asked for without it, but when a person asks to see it. */
final class Passwords {
    /** What a parent is called there, however it is spelt: "Configuration", "configurations". */
    private static final Map<String, EntityType> PARENTS =
            Map.of("configuration", Configuration.TYPE, "contact", Contact.TYPE, "location", Location.TYPE);

    static final Mapping MAPPING = Mapping.empty()
            .ref(Password.ORGANIZATION, "organization-id", Organization.TYPE)
            .text(Password.NAME, "name")
            .text(Password.USERNAME, "username")
            .text(Password.URL, "url")
            .choice(Password.CATEGORY, "password-category-id", "password-category-name")
            .shown(Password.PARENT, "resource-id", Passwords::parent)
            .shown(Password.PARENT_LABEL, "cached-resource-name")
            .shown(Password.FOLDER, "password-folder-id", DocumentationItems::folder)
            .text(Password.NOTE, "notes")
            .shownMoment(Password.VALUE_CHANGED_AT, "password-updated-at")
            .shown(Password.CHANGED_BY, "updated-by")
            .flag(Password.HAS_OTP, "otp-enabled")
            .shown(
                    Password.VAULT,
                    "vault-id",
                    a -> Optional.of(!a.at("vault-id").isNone()))
            .not(EntityType.ACTIVE, "archived");

    private final Api api;
    private final Resource resource;
    private final Feeds feeds;

    Passwords(Api api, Clock clock) {
        this.api = api;
        this.resource = new Resource(api, Password.TYPE, "passwords", MAPPING, List.of());
        Request list = Request.get("/passwords");
        this.feeds = new Feeds(new Feeds.Source(api, list, Feeds.LARGEST_PAGE, false, this::shared), clock, "id");
    }

    Lane lane() {
        return Lane.of(Password.TYPE)
                .feeds(feeds.sweep(), feeds.newest())
                .fetch(this::fetch)
                .reveal(Password.VALUE, this::reveal);
    }

    /** IT Glue notes this as somebody's look at the password. */
    private Secret reveal(String id) throws Fault {
        Request request = Request.get("/passwords/{id}", id).query("show_password", true);
        Json attributes = api.get(request).at("data", "attributes");
        if (!attributes.at("vault-id").isNone())
            throw Fault.of(
                    Fault.Remedy.ASK_ADMIN,
                    "this password is in a vault, so that only your browser can read it: open it in IT Glue");
        return attributes
                .at("password")
                .text()
                .map(Secret::of)
                .orElseThrow(() -> Fault.of(
                        Fault.Remedy.ASK_ADMIN,
                        "it shows this login no password values: an API key needs Password Access for that"));
    }

    /** What somebody keeps for himself alone is no business of the others here. */
    private List<Observation> shared(List<Json> rows) {
        return resource.sight()
                .list(rows.stream().filter(row -> !isPersonal(row)).toList());
    }

    private static boolean isPersonal(Json row) {
        return row.at("attributes", "personal").flag();
    }

    /** Without the word, IT Glue would send the value. */
    private Observation fetch(String id) throws Fault {
        Request request = Request.get("/passwords/{id}", id).query("show_password", false);
        Json row = api.get(request).at("data");
        if (isPersonal(row)) throw Fault.of(Fault.Remedy.FORGET, "this password is somebody's own");
        return resource.sight().fetched(row);
    }

    private static Optional<Ref> parent(Json attributes) {
        String kind = attributes.at("resource-type").text().orElse("");
        String folded = kind.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "").replaceAll("s$", "");
        EntityType type = PARENTS.get(folded);
        return type == null
                ? Optional.empty()
                : Ids.read(attributes.at("resource-id").plain()).map(id -> Ref.to(type, id));
    }
}
