package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.Optional;

/** Keeps a configuration's primary address and its primary interface equal, whichever of them is written. */
final class PrimaryInterface {
    private static final String INTERFACES = "configuration-interfaces";

    private final Store store;

    PrimaryInterface(Store store) {
        this.store = store;
    }

    void follow(Spec spec, Row row, ObjectNode written) {
        if (spec.type().equals("configurations") && (written.has("primary-ip") || written.has("mac-address"))) {
            toInterface(row);
        }
        boolean address = written.has("ip-address") || written.has("mac-address") || written.has("primary");
        if (spec.type().equals(INTERFACES) && row.flag("primary") && address) {
            toConfiguration(row);
        }
    }

    private void toInterface(Row configuration) {
        ObjectNode address = Json.object();
        address.set("ip-address", configuration.get("primary-ip"));
        address.set("mac-address", configuration.get("mac-address"));
        Optional<Row> primary = store.table(INTERFACES)
                .with("configuration-id", configuration.id())
                .filter(each -> each.flag("primary"))
                .findFirst();
        if (primary.isPresent()) {
            store.update(INTERFACES, primary.get(), address);
        } else {
            address.put("configuration-id", Long.valueOf(configuration.id()));
            address.put("primary", true).putNull("name").putNull("notes");
            store.insert(INTERFACES, address);
        }
    }

    private void toConfiguration(Row primary) {
        ObjectNode address = Json.object();
        address.set("primary-ip", primary.get("ip-address"));
        address.set("mac-address", primary.get("mac-address"));
        store.table("configurations")
                .find(primary.text("configuration-id"))
                .ifPresent(row -> store.update("configurations", row, address));
    }
}
