package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Live;
import io.mortise.api.Records.Saved;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Secret;
import io.mortise.sync.internal.service.OwnLogins.Own;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Things asked of a vendor this moment, with the person's own login there. */
@Component
public final class LiveService implements Live {
    private final Engine engine;
    private final Homes homes;
    private final LiveCall call;
    private final LiveCall files;
    private final Watchbook book;
    private final Upload uploads;

    @Activate
    public LiveService(@Reference Engine engine) {
        this.engine = engine;
        this.homes = new Homes(engine, new ReachService(engine));
        this.call = new LiveCall(engine);
        this.files = LiveCall.ofFiles(engine);
        this.book = new Watchbook(engine.store());
        this.uploads = new Upload(engine, homes, call, files, book);
    }

    @Deactivate
    void stop() {
        call.close();
        files.close();
    }

    @Override
    public Secret reveal(Caller caller, Ref ref, Field<Secret> field) {
        EntityType type = homes.type(caller, ref);
        return book.told(caller, ref, "reveal", () -> {
            require(caller, Right.reveal(type));
            Homes.Home home = homes.of(ref, lane -> lane.reveal(field).isPresent());
            Own own = engine.ownLogins().open(caller, home.remote());
            Secret secret = call.of(
                    own, type.name(), lane -> lane.reveal(field).orElseThrow().of(home.remoteId()));
            book.tell(caller, ref, "revealed", field.label() + " shown, by the own login at " + home.system());
            return secret;
        });
    }

    @Override
    public Content content(Caller caller, Ref attachment) {
        EntityType type = homes.type(caller, attachment);
        return book.told(caller, attachment, "download", () -> {
            require(caller, Right.read(type));
            Homes.Home home = homes.of(attachment, lane -> lane.content().isPresent());
            Own own = engine.ownLogins().open(caller, home.remote());
            Content content = call.of(
                    own, type.name(), lane -> lane.content().orElseThrow().of(home.remoteId()));
            return noted(caller, attachment, home, content);
        });
    }

    private Content noted(Caller caller, Ref attachment, Homes.Home home, Content content) {
        boolean noted = false;
        try {
            book.tell(caller, attachment, "downloaded", "Downloaded, by the own login at " + home.system());
            noted = true;
        } finally {
            if (!noted) close(content);
        }
        Fields known = homes.fields(attachment);
        String name = known.get(Attachment.FILE_NAME)
                .or(() -> known.get(Attachment.NAME))
                .orElse(content.name());
        return new Content(name, content.mime(), content.size(), content.bytes());
    }

    static void close(Content content) {
        try {
            content.close();
        } catch (IOException e) {
            throw new Refusal(Reason.UNAVAILABLE, "The file broke off while it was read.");
        }
    }

    @Override
    public Saved upload(Caller caller, EntityType type, Fields fields, Content content) {
        try (content) {
            return uploads.of(caller, type, fields, content);
        } catch (IOException e) {
            throw new Refusal(Reason.UNAVAILABLE, "The file broke off while it was sent.");
        }
    }

    @Override
    public Entity refresh(Caller caller, Ref ref) {
        homes.type(caller, ref);
        homes.refresh(ref);
        return homes.entity(ref);
    }

    static void require(Caller caller, Right right) {
        if (!caller.may(right))
            throw new Refusal(
                    Reason.DENIED,
                    "Your role doesn't include the right " + right.name() + ". Ask an administrator if you need it.");
    }
}
