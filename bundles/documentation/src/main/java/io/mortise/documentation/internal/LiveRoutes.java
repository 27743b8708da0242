package io.mortise.documentation.internal;

import io.mortise.api.Live;
import io.mortise.api.Routes;
import io.mortise.model.Attachment;
import io.mortise.model.Configuration;
import io.mortise.model.Content;
import io.mortise.model.Entity;
import io.mortise.model.Fields;
import io.mortise.model.Password;
import io.mortise.model.Right;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Passwords shown and files fetched and given, with the person's own login at the system that has them. */
@Component
public final class LiveRoutes implements Routes {
    private final Live live;

    @Activate
    public LiveRoutes(@Reference Live live) {
        this.live = live;
    }

    /** A secret in an answer that nobody keeps. */
    public record Revealed(String value) {
        @Override
        public String toString() {
            return "a secret";
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/passwords/{id}/reveal", Shape.NOTHING, Shape.of(Revealed.class), this::reveal)
                        .needs(Right.read(Password.TYPE))
                        .summary(
                                "The password itself, fetched now with your own login there; it is in the journal that you asked"),
                Route.get("/attachments/{id}/content", Shape.CONTENT, this::content)
                        .needs(Right.read(Attachment.TYPE))
                        .summary("The file itself, fetched now with your own login there"),
                Route.post("/configurations/{id}/attachments", Shape.CONTENT, Shape.of(Attachment.TYPE), this::attach)
                        .needs(Right.read(Configuration.TYPE), Right.edit(Attachment.TYPE))
                        .summary("Puts a file on this configuration at the system that keeps its files: the body is the"
                                + " file, Content-Disposition its name"));
    }

    private Revealed reveal(Call<Void> call) {
        return new Revealed(live.reveal(call.caller(), call.ref(Password.TYPE, "id"), Password.VALUE)
                .reveal());
    }

    private Content content(Call<Void> call) {
        return live.content(call.caller(), call.ref(Attachment.TYPE, "id"));
    }

    /** The panels of contacts and locations take none; those of tickets are the service desk's. */
    private Entity attach(Call<Content> call) {
        Fields on = Fields.of(Attachment.PARENT, call.ref(Configuration.TYPE, "id"));
        return live.upload(call.caller(), Attachment.TYPE, on, call.body()).now();
    }
}
