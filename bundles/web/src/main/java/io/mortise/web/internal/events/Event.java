package io.mortise.web.internal.events;

import io.mortise.model.Right;

/**
 * Something told to browsers.
 *
 * @param number grows by one with each event since the start
 * @param needed who doesn't have it isn't told
 * @param data JSON on one line
 */
record Event(long number, String topic, Right needed, String data) {
    /** For what any signed-in person may hear. */
    static final Right EVERYBODY = Right.named("");

    String text(String epoch) {
        return text(topic, data, "id: " + epoch + "." + number + "\n");
    }

    static String text(String topic, String data, String id) {
        return id + "event: " + topic + "\ndata: " + data + "\n\n";
    }
}
