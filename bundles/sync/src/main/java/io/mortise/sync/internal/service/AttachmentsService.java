package io.mortise.sync.internal.service;

import io.mortise.api.Attachments;
import io.mortise.api.Caller;
import io.mortise.api.Live;
import io.mortise.api.Once;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.api.Secrets;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.sync.internal.files.FileBook;
import io.mortise.sync.internal.files.Giver;
import io.mortise.sync.internal.files.KeptFile;
import io.mortise.sync.internal.files.KeptFile.State;
import io.mortise.sync.internal.files.Vault;
import io.mortise.sync.internal.service.Carrying.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Files of tickets: kept first, then sent. */
@Component
public final class AttachmentsService implements Attachments {
    private static final String TOPIC = "ticket.files";
    /** Megabytes of files that wait to go out, all together. */
    private static final String MOST = "mortise.files.waiting";

    private static final long USUAL = 2_048;
    /** A file that was sent so many milliseconds ago and is no record yet may never be one. */
    private static final long STUCK = 3_600_000;

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Engine engine;
    private final Live live;
    private final Homes homes;
    private final Destination destination;
    private final LiveCall call;
    private final Vault vault;
    private final FileBook book;
    private final Watchbook watchbook;
    private final Upload upload;
    private final Room room;
    private final Courier courier;

    @Activate
    public AttachmentsService(
            @Reference Engine engine, @Reference Secrets secrets, @Reference Live live, BundleContext framework) {
        this(engine, secrets, live, Path.of(framework.getProperty("mortise.data"), "files"), most(framework));
    }

    /** @param most bytes of files that may wait to go out */
    AttachmentsService(Engine engine, Secrets secrets, Live live, Path folder, long most) {
        this.engine = engine;
        this.live = live;
        this.homes = new Homes(engine, new ReachService(engine));
        this.destination = new Destination(engine);
        this.call = LiveCall.ofHub(engine, Courier.AT_ONCE);
        this.vault = new Vault(folder, secrets);
        this.book = new FileBook(engine.store(), Clock.systemUTC());
        this.watchbook = new Watchbook(engine.store());
        this.upload = new Upload(engine, homes, call, call, watchbook);
        Carrying carrying = new Carrying(engine, book, vault, call, destination, upload);
        this.courier = new Courier(engine, book, carrying, destination, this::told);
        this.room = new Room(courier::awaited, most);
        List<KeptFile> kept = book.all().stream().map(this::landing).toList();
        vault.only(kept.stream()
                .filter(file -> !file.is(State.ARRIVED))
                .map(KeptFile::id)
                .collect(Collectors.toSet()));
        courier.start(kept);
    }

    /** How long a request went on before a crash isn't known: what it brought is given its time from now on. */
    private KeptFile landing(KeptFile file) {
        boolean unclear = file.is(State.WAITING) && file.isUnclear();
        return unclear ? book.put(file.left(engine.ground().now(), file.trace().before())) : file;
    }

    private static long most(BundleContext framework) {
        String said = framework.getProperty(MOST);
        return (said == null || !said.matches("\\d{1,9}") ? USUAL : Long.parseLong(said)) << 20;
    }

    @Deactivate
    void stop() {
        courier.close();
        call.close();
    }

    private void told(KeptFile file) {
        engine.tell(TOPIC, file.on(), Map.of("type", file.on().type(), "id", file.ticket()));
    }

    @Override
    public Given give(Caller caller, Ref ticket, Content content, Optional<Once> once) {
        try (content) {
            homes.type(caller, ticket);
            LiveService.require(caller, Right.edit(Attachment.TYPE));
            if (content.name().isBlank())
                throw Refusal.invalid("The file has no name.", Map.of("name", "is needed, in Content-Disposition"));
            return given(caller, ticket, content, once);
        } catch (IOException e) {
            throw new Refusal(Reason.UNAVAILABLE, "The file broke off while it was sent. Send it once more.");
        }
    }

    private Given given(Caller caller, Ref ticket, Content content, Optional<Once> once) throws IOException {
        String id = engine.store().newId();
        KeptFile entered;
        try {
            entered = entered(caller, ticket, content, once, id);
        } catch (Refusal | IOException no) { // after an outage it may be in the book; if not, the next start removes it
            vault.remove(id);
            throw no;
        }
        if (!entered.id().equals(id)) { // it was given before
            vault.remove(id);
            return shown(entered);
        }
        if (entered.is(State.HERE)) {
            watchbook.tell(caller, ticket, "uploaded", entered.about().name() + " attached, kept here");
            courier.follow(entered);
            told(entered);
            return shown(entered);
        }
        return answered(caller, entered);
    }

    private KeptFile entered(Caller caller, Ref ticket, Content content, Optional<Once> once, String id)
            throws IOException {
        boolean isHere = destination.of(ticket).isNone();
        boolean unbounded = isHere
                || once.filter(key -> book.knows(caller, ticket.id(), key)).isPresent();
        Vault.Held held = unbounded
                ? vault.keep(id, content.bytes(), Long.MAX_VALUE)
                : room.use(content.size(), most -> vault.keep(id, content.bytes(), most));
        long now = engine.ground().now();
        KeptFile file = new KeptFile(
                id,
                ticket.id(),
                0,
                new KeptFile.About(content.name(), mime(content), held.size(), held.sha256()),
                Giver.of(caller),
                now,
                new KeptFile.Standing(isHere ? State.HERE : State.WAITING, "", now, 0, !isHere),
                KeptFile.Trace.NONE);
        return book.enter(file, caller, once);
    }

    /** What isn't one is never repeated to a browser. */
    private static String mime(Content content) {
        return content.mime().matches("[\\w.+-]+/[\\w.+-]+") ? content.mime() : "application/octet-stream";
    }

    /** What the system refuses at once the person still has, and is told. */
    private Given answered(Caller caller, KeptFile file) {
        Outcome outcome = awaited(file);
        Optional<Refusal> no = outcome.refusal().filter(refusal -> refusal.reason() != Reason.UNAVAILABLE);
        if (no.isPresent()) {
            watchbook.tell(caller, file.on(), "upload-refused", no.get().getMessage());
            removed(outcome.file());
            throw no.get();
        }
        if (outcome.file().isMoving())
            watchbook.tell(caller, file.on(), "upload-kept", file.about().name() + " is kept here until it can go out");
        told(outcome.file());
        return shown(outcome.file());
    }

    private Outcome awaited(KeptFile file) {
        CompletableFuture<Outcome> outcome = courier.bring(file);
        try {
            return outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return Outcome.of(now(file));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.of(file);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private KeptFile now(KeptFile file) {
        return book.find(file.ticket(), file.id()).orElse(file);
    }

    private Given shown(KeptFile file) {
        return file.is(State.ARRIVED)
                ? Given.of(homes.entity(Ref.to(Attachment.TYPE, file.trace().record())))
                : Given.of(KeptForm.of(file));
    }

    @Override
    public List<Kept> kept(Caller caller, Ref ticket) {
        homes.type(caller, ticket);
        if (!caller.may(Right.read(Attachment.TYPE))) return List.of();
        return book.on(ticket.id()).stream()
                .filter(file -> !isRecord(file))
                .map(KeptForm::of)
                .toList();
    }

    private boolean isRecord(KeptFile file) {
        KeptFile.Trace trace = file.trace();
        return file.is(State.ARRIVED)
                || file.is(State.SENT)
                        && upload.record(Attachment.TYPE, trace.connection(), trace.remoteId())
                                .isPresent();
    }

    @Override
    public Content content(Caller caller, Ref ticket, String file) {
        KeptFile kept = found(caller, ticket, file, Right.read(Attachment.TYPE));
        if (kept.is(State.ARRIVED))
            return live.content(caller, Ref.to(Attachment.TYPE, kept.trace().record()));
        KeptFile.About about = kept.about();
        watchbook.tell(caller, ticket, "downloaded", about.name() + " downloaded, which is kept here");
        try {
            return new Content(about.name(), about.mime(), about.size(), vault.open(file));
        } catch (IOException gone) {
            throw new Refusal(Reason.NOT_FOUND, "This file isn't here any more. Load the ticket anew.");
        }
    }

    private KeptFile found(Caller caller, Ref ticket, String file, Right needed) {
        homes.type(caller, ticket);
        LiveService.require(caller, needed);
        return book.find(ticket.id(), file).orElseThrow(AttachmentsService::none);
    }

    private static Refusal none() {
        return new Refusal(Reason.NOT_FOUND, "There is no such file here: it may have been thrown away.");
    }

    @Override
    public void discard(Caller caller, Ref ticket, String file) {
        found(caller, ticket, file, Right.edit(Attachment.TYPE));
        KeptFile gone = courier.alone(ticket.id(), () -> {
            KeptFile kept = unsent(ticket, file);
            removed(kept);
            return kept;
        });
        watchbook.tell(caller, ticket, "upload-discarded", gone.about().name() + " thrown away, which was kept here");
        told(gone);
    }

    private KeptFile unsent(Ref ticket, String file) {
        KeptFile kept = book.find(ticket.id(), file).orElseThrow(AttachmentsService::none);
        boolean stuck = kept.is(State.SENT) && engine.ground().now() - kept.at() > STUCK;
        if (!stuck && (kept.is(State.SENT) || kept.is(State.ARRIVED)))
            throw new Refusal(
                    Reason.DENIED,
                    engine.network().called(kept.trace().connection()) + " has this file by now: see to it there.");
        return kept;
    }

    private void removed(KeptFile file) {
        book.remove(file);
        vault.remove(file.id());
        courier.forget(file);
    }

    @Override
    public Given retry(Caller caller, Ref ticket, String file) {
        found(caller, ticket, file, Right.edit(Attachment.TYPE));
        KeptFile again = courier.alone(ticket.id(), () -> {
            boolean blindly = destination
                    .of(ticket)
                    .home()
                    .filter(home -> !Lookout.canLook(home))
                    .isPresent();
            return book.put(
                    unsent(ticket, file).again(Giver.of(caller), engine.ground().now(), blindly));
        });
        Outcome outcome = awaited(again);
        told(outcome.file());
        return shown(outcome.file());
    }
}
