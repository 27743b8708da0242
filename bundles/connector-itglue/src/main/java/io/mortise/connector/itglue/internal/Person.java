package io.mortise.connector.itglue.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Json;
import io.mortise.model.Attachment;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.EntityType;
import io.mortise.model.Location;
import io.mortise.model.Note;
import io.mortise.model.Organization;
import io.mortise.model.Password;
import io.mortise.model.Ref;
import io.mortise.model.RelatedItem;
import io.mortise.model.Right;
import io.mortise.model.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose token it is, what that person's role lets them do, and which organizations they reach. */
record Person(Api api, Connection c) {
    private static final List<EntityType> TYPES = List.of(
            Organization.TYPE,
            Location.TYPE,
            Contact.TYPE,
            Configuration.TYPE,
            Note.TYPE,
            RelatedItem.TYPE,
            Password.TYPE,
            Attachment.TYPE);
    /** Whom IT Glue shows all organizations, those included that are made later. */
    private static final String EVERYWHERE = "Administrator";

    private static final Set<String> ONLY_READ = Set.of("Read-only", "Lite");

    Standing standing() throws Fault {
        Optional<Json> known = user();
        String role = text(known, "role-name");
        boolean isEverywhere = role.equals(EVERYWHERE);
        Set<Ref> reached = isEverywhere ? Set.of() : new Reached(api).all();
        boolean sees = isEverywhere ? organizations() > 0 : !reached.isEmpty();
        String email =
                known.flatMap(user -> user.at("attributes", "email").text()).orElse(claimed());
        if (isPasted()) PersonSignIn.same(c, email);
        Standing standing = Standing.of(text(known, "name"), role).email(email).may(rights(role));
        if (!PersonSignIn.hasPassword(c))
            standing = claims().flatMap(Claims::ends).map(standing::until).orElse(standing);
        if (!sees) standing = standing.warn("IT Glue lets you see no organization.");
        return isEverywhere ? standing : standing.within(reached);
    }

    private static String text(Optional<Json> user, String attribute) {
        return user.flatMap(u -> u.at("attributes", attribute).text()).orElse("");
    }

    private static Set<Right> rights(String role) {
        Set<Right> rights = new HashSet<>(Set.of(Right.reveal(Password.TYPE), Right.reveal(Attachment.TYPE)));
        for (EntityType type : TYPES) {
            rights.add(Right.read(type));
            if (!role.isEmpty() && !ONLY_READ.contains(role)) rights.add(Right.edit(type));
        }
        return rights;
    }

    /** Also the question whether the token is taken at all. */
    private long organizations() throws Fault {
        return api.get(Request.get("/organizations").query("page[size]", 1))
                .at("meta", "total-count")
                .number(0);
    }

    /** Whether everybody may look at the list of people isn't documented: who mustn't has no role that is known here. */
    private Optional<Json> user() throws Fault {
        try {
            Optional<String> id = claims().flatMap(Claims::user);
            if (id.isPresent())
                return Optional.of(api.get(Request.get("/users/{id}", id.get())).at("data"));
            if (claimed().isEmpty()) return Optional.empty();
            Request list =
                    Request.get("/users").query("filter[email]", claimed()).query("page[size]", 100);
            return api.get(list).at("data").items().stream()
                    .filter(user -> claimed()
                            .equalsIgnoreCase(
                                    user.at("attributes", "email").text().orElse("")))
                    .findFirst();
        } catch (Fault fault) {
            if (fault.remedy() == Remedy.ASK_ADMIN || fault.remedy() == Remedy.FORGET) return Optional.empty();
            throw fault;
        }
    }

    private Optional<Claims> claims() {
        return Claims.read(PersonSignIn.pasted(c));
    }

    private boolean isPasted() {
        return !PersonSignIn.pasted(c).isEmpty();
    }

    /** What is typed beside a token says nothing of whose it is. */
    private String claimed() {
        return claims().flatMap(Claims::email).orElse(isPasted() ? "" : c.setting("email"));
    }
}
