package io.mortise.connector.vsa.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Ids;
import io.mortise.connector.http.Json;
import io.mortise.model.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Role and scope of the user who is signed in: an integration needs the highest of both. */
record Ranks(Vsa vsa) {
    private static final Set<String> HIGH = Set.of("master", "system");

    /** @throws Fault ASK_ADMIN if one of them is too low */
    Standing standing(String user) throws Fault {
        List<String> roles;
        List<String> scopes;
        try {
            Json me = vsa.one(Request.get(Vsa.ROOT + "/system/currentuser"));
            roles = names(me.at("AdminRoleIds"), "/system/roles", "RoleId", "RoleName");
            scopes = names(me.at("AdminScopeIds"), "/system/scopes", "ScopeId", "ScopeName");
        } catch (Fault fault) {
            if (fault.remedy() != Remedy.ASK_ADMIN && fault.remedy() != Remedy.FORGET) throw fault;
            return Standing.of(user, "")
                    .warn("This VSA doesn't tell role and scope of this user: both should be Master or System.");
        }
        high("role", roles);
        high("scope", scopes);
        return Standing.of(user, "role " + String.join(", ", roles) + ", scope " + String.join(", ", scopes));
    }

    private List<String> names(Json ids, String list, String id, String name) throws Fault {
        Set<String> wanted =
                ids.items().stream().flatMap(one -> Ids.read(one).stream()).collect(Collectors.toSet());
        return vsa.one(Request.get(Vsa.ROOT + list)).items().stream()
                .filter(row -> Ids.read(row.at(id)).filter(wanted::contains).isPresent())
                .flatMap(row -> row.at(name).text().stream())
                .toList();
    }

    private static void high(String what, List<String> names) throws Fault {
        if (names.stream().anyMatch(name -> HIGH.contains(name.toLowerCase(Locale.ROOT)))) return;
        String has = names.isEmpty() ? "none" : "\"" + String.join("\", \"", names) + "\"";
        throw Fault.of(
                        Remedy.ASK_ADMIN,
                        "The " + what + " of this VSA user is too low: it needs Master or System, and has " + has
                                + ". With less, VSA hides organizations and machines, or says forbidden")
                .about("user");
    }
}
