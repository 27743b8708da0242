package io.mortise.sandbox.internal.http;

import io.mortise.sandbox.internal.state.Store;
import java.util.Map;
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

    /** By type, the path of its records' pages in the vendor's web application, up to their ids. */
    default Map<String, String> pages() {
        return Map.of();
    }

    /** The record that a page of the vendor's web application shows. */
    default Optional<PageRef> page(Request request) {
        String path = request.path();
        int cut = path.lastIndexOf('/') + 1;
        return pages().entrySet().stream()
                .filter(entry -> entry.getValue().equals(path.substring(0, cut)))
                .map(entry -> new PageRef(entry.getKey(), path.substring(cut)))
                .findFirst();
    }

    /** The path of the record's own page, or empty where the vendor has none. */
    default Optional<String> pagePath(String type, String id) {
        return Optional.ofNullable(pages().get(type)).map(path -> path + id);
    }

    /** How often a caller may come: {@code calls} per {@code seconds} of vendor time, counted under {@code key}. */
    record Budget(String key, int calls, int seconds) {}

    record PageRef(String type, String id) {}
}
