package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of a ticket: those that have arrived where it is kept, and those that are kept here. */
@Component
public final class FileRoutes implements Routes {
    private static final String ALL = "/tickets/{id}/attachments";
    private static final String ONE = ALL + "/{file}";

    private final Workbench bench;

    @Activate
    public FileRoutes(@Reference Workbench bench) {
        this.bench = bench;
    }

    @Override
    public List<Route<?, ?>> routes() {
        Right[] see = {Right.read(Ticket.TYPE), Right.read(Attachment.TYPE)};
        Right[] give = {Right.read(Ticket.TYPE), Right.edit(Attachment.TYPE)};
        return List.of(
                Route.get(ALL, Shape.list(Shape.of(FileShown.class)), this::list)
                        .needs(see)
                        .paged()
                        .summary("The files on a ticket, newest first; those as well that wait to go out"),
                Route.post(ALL, Shape.CONTENT, Shape.of(FileShown.class), this::give)
                        .needs(give)
                        .keyed()
                        .summary(
                                "Puts a file on a ticket: the body is the file, Content-Disposition its name. It is kept"
                                        + " first; where the PSA doesn't take it now, it goes out by itself, once"),
                Route.get(ONE + "/content", Shape.CONTENT, this::content)
                        .needs(see)
                        .summary("The file itself, of one that was given here"),
                Route.post(ONE + "/retry", Shape.NOTHING, Shape.of(FileShown.class), this::retry)
                        .needs(give)
                        .summary("Sends a file that is kept here now, with your own login"),
                Route.delete(ONE, this::discard).needs(give).summary("Throws away a file that is kept here"));
    }

    private Slice<FileShown> list(Call<Void> call) {
        Caller caller = call.caller();
        Ref ticket = ticket(call).ref();
        Stream<Placed<FileShown>> there =
                Below.of(bench.records(), caller, Attachment.TYPE, Attachment.PARENT, ticket).stream()
                        .map(file -> new Placed<>(at(file), file.id(), FileShown.of(file)));
        Stream<Placed<FileShown>> kept = bench.attachments().kept(caller, ticket).stream()
                .map(file -> new Placed<>(file.at(), file.id(), FileShown.of(file)));
        return Placed.page(Stream.concat(there, kept).toList(), call.query("after"), call.limit());
    }

    private static Instant at(Entity file) {
        return file.get(Attachment.CREATED)
                .or(() -> file.get(EntityType.CHANGED_AT))
                .orElse(Instant.EPOCH);
    }

    private Entity ticket(Call<?> call) {
        return bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id"));
    }

    private FileShown give(Call<Content> call) {
        Entity ticket = ticket(call);
        bench.desk().require();
        Can can = Can.of(call.caller(), ticket.fields(), ticket.isActive(), false);
        if (!can.attach())
            throw new Refusal(Refusal.Reason.VIEW_ONLY, can.reasons().get("attach"));
        return FileShown.of(bench.attachments().give(call.caller(), ticket.ref(), call.body(), call.once()));
    }

    private Content content(Call<Void> call) {
        return bench.attachments().content(call.caller(), ticket(call).ref(), call.path("file"));
    }

    private FileShown retry(Call<Void> call) {
        return FileShown.of(
                bench.attachments().retry(call.caller(), ticket(call).ref(), call.path("file")));
    }

    private Void discard(Call<Void> call) {
        bench.attachments().discard(call.caller(), ticket(call).ref(), call.path("file"));
        return null;
    }
}
