package io.mortise.connector.itglue.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Http.Streamed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.http.Api;
import io.mortise.connector.http.Form;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Mapping;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Files on records. Their bytes come when a person asks for them, and go when a person gives them. */
final class Attachments {
    static final Mapping MAPPING = Mapping.empty()
            .shown(Attachment.NAME, "name")
            .shown(Attachment.FILE_NAME, "attachment-file-name")
            .shown(Attachment.MIME, "attachment-content-type")
            .shown(Attachment.SIZE, "attachment-file-size", Attachments::size)
            .shownMoment(Attachment.CREATED, "created-at");

    private static final List<Parents> ON =
            List.of(Parents.CONFIGURATIONS, Parents.CONTACTS, Parents.LOCATIONS, Parents.PASSWORDS);

    private final Api api;
    private final Connection c;
    private final Children children;

    Attachments(Api api, Connection c) {
        this.api = api;
        this.c = c;
        children = new Children(api, c.clock(), Attachment.TYPE, Attachment.PARENT, "attachments", MAPPING, ON);
    }

    Lane lane() {
        return Lane.of(Attachment.TYPE)
                .feeds(children.feeds().toArray(Feed[]::new))
                .fetch(children::fetch)
                .content(this::content)
                .upload(this::upload, ON.stream().map(Parents::type).toArray(EntityType[]::new));
    }

    /** It may lie at another address, which gets no token then. */
    private Content content(String id) throws Fault {
        Json attributes = children.row(id).at("attributes");
        String url = attributes
                .at("download-url")
                .text()
                .orElseThrow(() -> Fault.of(Fault.Remedy.REPORT, "IT Glue doesn't say where this file is"));
        if (!isBelow(url, ItGlueConnector.base(c), ItGlueConnector.screens(c)))
            throw Fault.of(
                    Fault.Remedy.REPORT,
                    "IT Glue keeps this file at another address, which isn't called from here: open it in IT Glue");
        Streamed file = api.download(Request.get("/attachments/{id}/download").at(url));
        String type = file.header("Content-Type").orElse("application/octet-stream");
        return new Content(attributes.at("attachment-file-name").text().orElse(""), type, file.length(), file.body());
    }

    /** Below the API or the screens; what begins with two slashes names a host. */
    static boolean isBelow(String url, String api, List<String> screens) {
        boolean relative = url.startsWith("/") && !url.startsWith("//");
        return relative || Stream.concat(Stream.of(api), screens.stream()).anyMatch(root -> url.startsWith(root + "/"));
    }

    private Observation upload(Write write) throws Fault {
        Content file = write.content().orElseThrow(() -> Fault.of(Fault.Remedy.REPORT, "there is no file to send"));
        Ref on = write.fields()
                .get(Attachment.PARENT)
                .orElseThrow(() -> Fault.correct("It must hang on something", Map.of(Attachment.PARENT, "is needed")));
        Parents parents = Parents.of(on.type())
                .filter(ON::contains)
                .orElseThrow(() -> Fault.correct(
                        "IT Glue takes no files there", Map.of(Attachment.PARENT, "is nothing that takes files")));
        Request post = Request.of("POST", "/" + parents.resource() + "/{id}/relationships/attachments", on.id());
        Json made = api.send(
                Form.of(post, Map.of("data[type]", "attachments"), "data[attributes][attachment]", file),
                Mapping.empty());
        return children.saved(new Parents.Place(parents, on.id(), ""), made.at("data"));
    }

    private static Optional<Long> size(Json attributes) {
        return attributes.at("attachment-file-size").plain().text().map(Long::valueOf);
    }
}
