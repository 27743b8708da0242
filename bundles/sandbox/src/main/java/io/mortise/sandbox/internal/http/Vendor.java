package io.mortise.sandbox.internal.http;

import io.mortise.sandbox.internal.state.Store;
import java.util.Optional;

/** What a simulated vendor brings; the server around it is the same for all. Called while its store is held. */
public interface Vendor {
    String title();

    Store store();

    Router routes();

    /** The vendor's own answer to a caller it does not know, or empty when the credentials are good. */
    Optional<Response> unknownCaller(Request request, Optional<Route> route);

    /** The budget that this request draws from. */
    Budget budget(Request request, Optional<Route> route);

    /** A request that was refused or broke, in the vendor's own shape. */
    Response error(int status, String message);

    /** What a person can do in the vendor's own screens. */
    Person person();

    /** The record that a page of the vendor's web application shows. */
    Optional<PageRef> page(Request request);

    /** The path of the record's own page, or empty where the vendor has none. */
    Optional<String> pagePath(String type, String id);

    /** How often a caller may come: {@code calls} per {@code seconds} of vendor time, counted under {@code key}. */
    record Budget(String key, int calls, int seconds) {}

    record PageRef(String type, String id) {}
}
