package io.mortise.sandbox.internal.http;

/** What a route does. Called while the vendor's store is held. */
@FunctionalInterface
public interface Handler {
    Response handle(Request request);
}
