package io.mortise.api;

import io.mortise.model.Part;
import io.mortise.model.Secret;
import io.mortise.model.Setting;
import io.mortise.model.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Which systems this tenant is connected to, for admins; and each person's own connection to them. */
@ProviderType
public interface Connections {
    /** The products whose connectors are installed now. */
    List<Product> products();

    List<Connection> list(Caller caller);

    /** Signs in and looks round, without keeping anything. A Refusal says in plain words what is wrong. */
    Standing test(Caller caller, String product, Draft draft);

    /** @param id none to add one. Secrets left out of the draft stay as they are. */
    Connection save(Caller caller, Optional<String> id, String product, Draft draft);

    /** Unlinks its records, which stay. */
    void remove(Caller caller, String id);

    /** The caller's own; tested before it is kept. */
    Standing connectMe(Caller caller, String id, Draft draft);

    void disconnectMe(Caller caller, String id);

    record Product(String id, String name, Part part, List<Setting> settings, List<Setting> personal) {}

    record Draft(Map<String, String> settings, Map<String, Secret> secrets) {}

    /** @param trouble what an admin must do, in plain words; "" when all is well */
    record Connection(
            String id, String product, Part part, Map<String, String> settings, boolean enabled, String trouble) {}
}
