package io.mortise.sandbox.internal;

import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Runs the sandbox while its bundle is started, set up by the framework's properties. */
@Component(
        service = {},
        immediate = true)
public final class SandboxComponent {
    private final Sandbox sandbox;

    @Activate
    public SandboxComponent(BundleContext context) throws IOException {
        this.sandbox = Sandbox.start(options(context));
    }

    private static SandboxOptions options(BundleContext context) {
        SandboxOptions options = SandboxOptions.inMemory()
                .withPort(Integer.parseInt(property(context, "mortise.sandbox.port", "9411")))
                .withSpeed(Double.parseDouble(property(context, "mortise.sandbox.speed", "60")))
                .withScale(Double.parseDouble(property(context, "mortise.sandbox.scale", "1")))
                .withTls(Boolean.parseBoolean(property(context, "mortise.sandbox.tls", "false")))
                .withSeed(Long.parseLong(property(context, "mortise.sandbox.seed", "1")));
        String data = property(context, "mortise.data", "");
        SandboxOptions kept = data.isEmpty() ? options : options.withState(Path.of(data, "sandbox"));
        boolean calls = Boolean.parseBoolean(property(context, "mortise.sandbox.hooks", "true"));
        return calls ? kept.withHook(hook(context)) : kept;
    }

    /** Of the connection that comes with the sandbox; its secret is the one there. */
    private static SandboxOptions.Hook hook(BundleContext context) {
        String host = property(context, "mortise.host", "127.0.0.1");
        String here = host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("::") ? "[::1]" : host;
        String port = property(context, "mortise.port", "8080");
        return new SandboxOptions.Hook(URI.create("http://" + here + ":" + port + "/hooks/bms"), "sandbox");
    }

    private static String property(BundleContext context, String name, String otherwise) {
        String value = context.getProperty(name);
        return value == null || value.isBlank() ? otherwise : value.trim();
    }

    @Deactivate
    void stop() throws IOException {
        sandbox.close();
    }
}
