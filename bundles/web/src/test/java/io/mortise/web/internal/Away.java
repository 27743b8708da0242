package io.mortise.web.internal;

import io.mortise.api.Sessions;
import io.mortise.model.Outage;
import java.lang.reflect.Proxy;

/** Services whose database is away. */
final class Away {
    private Away() {}

    static Sessions sessions() {
        Class<?>[] type = {Sessions.class};
        return (Sessions) Proxy.newProxyInstance(Sessions.class.getClassLoader(), type, (proxy, method, args) -> {
            throw new Outage("db.example:5432 is away", null);
        });
    }
}
