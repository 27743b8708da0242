package io.mortise.store.sql.internal;

import io.mortise.store.Reading;
import io.mortise.store.Store;
import io.mortise.store.Writing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store as a service, set up by the framework's properties {@code mortise.db} (default {@code sqlite}) and
 * {@code mortise.data} (default {@code data}).
 */
@Component(service = Store.class)
public final class StoreComponent implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(StoreComponent.class);

    private final SqlStore store;

    @Activate
    public StoreComponent(BundleContext context) {
        this(
                Optional.ofNullable(context.getProperty("mortise.db")).orElse("sqlite"),
                Path.of(Optional.ofNullable(context.getProperty("mortise.data")).orElse("data")));
    }

    StoreComponent(String db, Path data) {
        try {
            store = Opening.store(db, data);
        } catch (RuntimeException e) {
            LOG.error("There is no store. {}", e.getMessage());
            throw e;
        }
    }

    @Deactivate
    void close() {
        store.close();
    }

    @Override
    public <R> R read(Function<? super Reading, ? extends R> look) {
        return store.read(look);
    }

    @Override
    public <R> R write(Function<? super Writing, ? extends R> work) {
        return store.write(work);
    }

    @Override
    public <R> R writeDurably(Function<? super Writing, ? extends R> work) {
        return store.writeDurably(work);
    }

    @Override
    public String newId() {
        return store.newId();
    }
}
