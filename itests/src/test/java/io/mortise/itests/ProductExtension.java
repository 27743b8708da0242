package io.mortise.itests;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Unpacked} distribution and the {@link Product}: both are made once for the whole suite. The
 * product runs, with the sandbox, and is ready; tests that stop it make one of their own.
 */
public final class ProductExtension implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(ProductExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Product.class || type == Unpacked.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Unpacked unpacked = unpacked(context);
        return parameter.getParameter().getType() == Unpacked.class
                ? unpacked
                : store(context).getOrComputeIfAbsent(Product.class, key -> ready(unpacked), Product.class);
    }

    /** The distribution, for extensions that start products of their own. */
    public static Unpacked unpacked(ExtensionContext context) {
        return store(context).getOrComputeIfAbsent(Unpacked.class, key -> Unpacked.zip(), Unpacked.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(OURS);
    }

    private static Product ready(Unpacked unpacked) {
        try {
            return Product.of(unpacked, "--sandbox-tls", "true").start().awaitReady();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot start the product", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the product started", e);
        }
    }
}
