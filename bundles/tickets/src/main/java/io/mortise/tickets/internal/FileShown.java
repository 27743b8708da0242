package io.mortise.tickets.internal;

import io.mortise.api.Attachments.Given;
import io.mortise.api.Attachments.Kept;
import io.mortise.api.Shown;
import io.mortise.model.Attachment;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of a ticket, wherever it is: a record, or what is kept here in the shape of one.
 *
 * @param version 0 of one that is kept here
 * @param state there (at the system that has the ticket), here (no system has the ticket), waiting (it goes out by itself),
 *     sent (it is there, and a record soon) or refused
 * @param why it isn't there, in a sentence; "" where there is nothing to say
 * @param content where its bytes are
 */
public record FileShown(
        String id,
        String type,
        long version,
        String lifecycle,
        Optional<String> changedAt,
        Map<String, Object> fields,
        String state,
        String why,
        String content) {

    static FileShown of(Given given) {
        return given.record().map(FileShown::of).orElseGet(() -> of(given.kept().orElseThrow()));
    }

    static FileShown of(Entity file) {
        return new FileShown(
                file.id(),
                Attachment.TYPE.name(),
                file.version(),
                Shown.lifecycleOf(file),
                file.get(EntityType.CHANGED_AT).map(Object::toString),
                file.fields().plain(Attachment.TYPE),
                "there",
                "",
                "/api/attachments/" + file.id() + "/content");
    }

    static FileShown of(Kept file) {
        Fields fields = Fields.with()
                .set(Attachment.PARENT, file.ticket())
                .set(Attachment.NAME, file.name())
                .set(Attachment.FILE_NAME, file.name())
                .set(Attachment.MIME, file.mime())
                .set(Attachment.SIZE, file.size())
                .set(Attachment.CREATED, file.at())
                .set(Attachment.CREATED_BY, file.by())
                .build();
        return new FileShown(
                file.id(),
                Attachment.TYPE.name(),
                0,
                "ACTIVE",
                Optional.of(file.at().toString()),
                fields.plain(Attachment.TYPE),
                file.state().name().toLowerCase(Locale.ROOT),
                file.why(),
                "/api/tickets/" + file.ticket().id() + "/attachments/" + file.id() + "/content");
    }
}
