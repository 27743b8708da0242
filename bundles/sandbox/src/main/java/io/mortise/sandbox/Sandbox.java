package io.mortise.sandbox;

import io.mortise.sandbox.internal.bms.Bms;
import io.mortise.sandbox.internal.bridge.LinkedItGlue;
import io.mortise.sandbox.internal.continuum.Continuum;
import io.mortise.sandbox.internal.http.SelfSigned;
import io.mortise.sandbox.internal.http.SimServer;
import io.mortise.sandbox.internal.http.Vendor;
import io.mortise.sandbox.internal.itglue.ItGlue;
import io.mortise.sandbox.internal.state.StateFolder;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.vsa.Vsa;
import io.mortise.sandbox.internal.world.World;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Four running simulators on 127.0.0.1. Each serves its vendor's API, a page per record, and the control API under
 * {@code /_sandbox}. Safe for many threads; closing stops the servers and closes the state files.
 */
public final class Sandbox implements AutoCloseable {
    private static final int ANY_PORT = 0;

    private final List<SimServer> servers = new ArrayList<>();
    private final List<Store> stores = new ArrayList<>();

    private Sandbox() {}

    /**
     * Generates the world, replays what the state folder holds, and listens.
     *
     * @throws IOException when a port is taken, or the state folder cannot be used or belongs to another world
     */
    public static Sandbox start(SandboxOptions options) throws IOException {
        Sandbox sandbox = new Sandbox();
        try {
            sandbox.open(options);
            return sandbox;
        } catch (IOException | RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private void open(SandboxOptions options) throws IOException {
        Optional<StateFolder> folder = Optional.empty();
        if (options.state().isPresent()) {
            folder = Optional.of(StateFolder.open(options.state().get(), options.seed(), options.scale()));
        }
        World world = World.generate(options.seed(), options.scale());
        ItGlue itGlue = new ItGlue(store(options), world);
        serve(itGlue, "itglue", 0, folder, options);
        Bms bms = new Bms(store(options), world, new LinkedItGlue(itGlue.store()));
        options.hook().ifPresent(hook -> bms.calls(hook.address(), hook.secret()));
        serve(bms, "bms", 1, folder, options);
        Vsa vsa = new Vsa(store(options), world);
        serve(vsa, "vsa", 2, folder, options);
        serve(new Continuum(store(options), world), "continuum", 3, folder, options);
        if (options.tls()) {
            servers.add(SimServer.startSecurely(
                    SelfSigned.context(), vsa, port(options, 4), options.seed() + 2, options.speed(), options.clock()));
        }
    }

    private Store store(SandboxOptions options) {
        Store store = new Store(options.clock());
        stores.add(store);
        return store;
    }

    private void serve(Vendor vendor, String name, int offset, Optional<StateFolder> folder, SandboxOptions options)
            throws IOException {
        vendor.store().generated();
        if (folder.isPresent()) {
            vendor.store().keepIn(folder.get().journal(name));
        }
        servers.add(SimServer.start(
                vendor, port(options, offset), options.seed() + offset, options.speed(), options.clock()));
    }

    private static int port(SandboxOptions options, int offset) {
        return options.port() == ANY_PORT ? ANY_PORT : options.port() + offset;
    }

    /** The base address of IT Glue's API. */
    public URI itGlue() {
        return address(0);
    }

    /** The base address of BMS; its API is below {@code /v2}. */
    public URI bms() {
        return address(1);
    }

    /** The base address of VSA; its API is below {@code /api/v1.0}. */
    public URI vsa() {
        return address(2);
    }

    /** The base address of ConnectWise RMM; its API is below {@code /v1} and {@code /api/platform}. */
    public URI continuum() {
        return address(3);
    }

    /** The base address of the same VSA over TLS, where that was asked for. */
    public URI vsaOverTls() {
        return URI.create("https://127.0.0.1:" + servers.get(4).port());
    }

    private URI address(int index) {
        return URI.create("http://127.0.0.1:" + servers.get(index).port());
    }

    @Override
    public void close() throws IOException {
        servers.forEach(SimServer::close);
        for (Store store : stores) {
            synchronized (store) {
                store.close();
            }
        }
    }
}
