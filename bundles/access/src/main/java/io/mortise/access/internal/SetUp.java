package io.mortise.access.internal;

import io.mortise.model.Secret;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one-time link with which the first administrator is made; told once, in the log, and gone with the process. */
final class SetUp {
    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);
    private final Secret code = new Marks(new SecureRandom()).fresh();
    private final AtomicBoolean told = new AtomicBoolean();
    private final String address;

    SetUp(String address) {
        this.address = address;
    }

    static SetUp announced(BundleContext context) {
        String host = String.valueOf(context.getProperty("mortise.host"));
        String port = String.valueOf(context.getProperty("mortise.port"));
        return new SetUp("http://" + host + ":" + port);
    }

    void tell() {
        // After the #, so that no server and no proxy ever logs it.
        if (told.compareAndSet(false, true))
            LOG.info("Nobody can sign in yet. Make the first administrator at {}/setup#{}", address, code.reveal());
    }

    boolean isCode(Secret given) {
        return code.equals(given);
    }
}
