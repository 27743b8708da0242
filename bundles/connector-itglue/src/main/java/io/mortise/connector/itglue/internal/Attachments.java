package io.mortise.connector.itglue.internal;

import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Attachment;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Files on records, without their bytes. */
final class Attachments {
    static final Mapping MAPPING = Mapping.empty()
            .shown(Attachment.NAME, "name")
            .shown(Attachment.FILE_NAME, "attachment-file-name")
            .shown(Attachment.MIME, "attachment-content-type")
            .shown(Attachment.SIZE, "attachment-file-size", Attachments::size)
            .shownMoment(Attachment.CREATED, "created-at");

    private final Children children;

    Attachments(Api api, Clock clock) {
        children = new Children(
                api,
                clock,
                Attachment.TYPE,
                Attachment.PARENT,
                "attachments",
                MAPPING,
                List.of(Parents.CONFIGURATIONS, Parents.CONTACTS, Parents.LOCATIONS, Parents.PASSWORDS));
    }

    Lane lane() {
        return Lane.of(Attachment.TYPE)
                .feeds(children.feeds().toArray(Feed[]::new))
                .fetch(children::fetch);
    }

    private static Optional<Long> size(io.mortise.connector.http.Json attributes) {
        return attributes.at("attachment-file-size").plain().text().map(Long::valueOf);
    }
}
