package io.mortise.itests.desk;

import io.mortise.itests.Product;
import io.mortise.itests.ProductExtension;
import io.mortise.itests.Unpacked;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link ServiceDesk} of the suite. They share it, so each makes the tickets that it changes. */
final class DeskExtension implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(DeskExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ServiceDesk.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Unpacked unpacked = ProductExtension.unpacked(context);
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(ServiceDesk.class, key -> begun(unpacked), ServiceDesk.class);
    }

    private static ServiceDesk begun(Unpacked unpacked) {
        try {
            return ServiceDesk.begin(Product.of(unpacked, "--sandbox-scale", "0.1", "--sandbox-speed", "600"));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot start the product", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the product started", e);
        }
    }
}
