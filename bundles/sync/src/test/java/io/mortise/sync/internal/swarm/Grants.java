package io.mortise.sync.internal.swarm;

import io.mortise.connector.Fault;
import java.util.List;
import java.util.random.RandomGenerator;

/** In some histories one system's account may not list a type until an admin has changed that. */
final class Grants {
    private String refused = "";

    Grants(RandomGenerator random, List<Vendor> vendors) {
        if (random.nextInt(4) != 0) return;
        String type = random.nextBoolean() ? "thing" : "organization";
        refused = vendors.get(random.nextInt(vendors.size())).name + "/" + type;
    }

    void give() {
        refused = "";
    }

    void ask(Vendor vendor, String type) throws Fault {
        if (refused.equals(vendor.name + "/" + type))
            throw Fault.of(Fault.Remedy.ASK_ADMIN, "this account may not list it");
    }
}
