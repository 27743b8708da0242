package io.mortise.connector.vsa.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Lane;
import io.mortise.connector.Session;
import io.mortise.connector.http.Api;
import io.mortise.model.Configuration;
import io.mortise.model.Organization;
import io.mortise.model.Right;
import io.mortise.model.Standing;
import java.util.List;
import java.util.Set;

/** One VSA server, as far as the user's role and scope let see. */
final class VsaSession implements Session {
    private final Vsa vsa;
    private final String user;
    private final List<Lane> lanes;

    VsaSession(Connection c) {
        vsa = new Vsa(new Api(c.http(), new VsaDialect()));
        user = c.setting("user");
        WebPages pages = new WebPages(c.setting("url"));
        lanes = List.of(
                new Lookups(vsa).lane(),
                new Organizations(vsa, pages).lane(),
                new Configurations(vsa, pages).lane(),
                new Alarms(vsa).lane());
    }

    @Override
    public List<Lane> lanes() {
        return lanes;
    }

    /** Rights are given per function: machines may be listed while their audit may not. */
    @Override
    public Standing standing() throws Fault {
        vsa.page("/system/orgs", Organizations.ORDER, 1, 1);
        vsa.page("/assetmgmt/agents", Configurations.ORDER, 1, 1);
        Standing standing = new Ranks(vsa)
                .standing(user)
                .may(Set.of(Right.read(Organization.TYPE), Right.read(Configuration.TYPE)));
        try {
            vsa.page("/assetmgmt/audit", Audits.ORDER, 1, 1);
            return standing;
        } catch (Fault fault) {
            if (fault.remedy() != Remedy.ASK_ADMIN) throw fault;
            return standing.warn("This VSA user's role lacks the function Audit: no serial numbers, no MAC addresses.");
        }
    }
}
