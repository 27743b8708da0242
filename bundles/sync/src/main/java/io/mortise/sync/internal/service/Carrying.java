package io.mortise.sync.internal.service;

import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.connector.Observation;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.store.LinkQuery;
import io.mortise.sync.internal.engine.FileTurn;
import io.mortise.sync.internal.files.Damaged;
import io.mortise.sync.internal.files.FileBook;
import io.mortise.sync.internal.files.KeptFile;
import io.mortise.sync.internal.files.KeptFile.State;
import io.mortise.sync.internal.files.Vault;
import io.mortise.sync.internal.remote.LiveRemote;
import io.mortise.sync.internal.service.OwnLogins.Own;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step of one file on its way: is it its turn, is it there already, off it goes. What is about to leave is noted first,
 * so that a crash at any line leaves a file that is looked for before it is sent again.
 */
final class Carrying {
    private static final Logger LOG = LoggerFactory.getLogger(Carrying.class);
    private static final EntityType TYPE = Attachment.TYPE;
    private static final long LONGEST = 60_000;
    private static final long NEW = 3_600_000;
    private static final long SOON = 3_000;

    private final Engine engine;
    private final FileBook book;
    private final Vault vault;
    private final Destination destination;
    private final FileTurn turns;
    private final Upload upload;
    private final Lookout lookout;
    private final Watchbook watchbook;

    Carrying(Engine engine, FileBook book, Vault vault, LiveCall call, Destination destination, Upload upload) {
        this.engine = engine;
        this.book = book;
        this.vault = vault;
        this.destination = destination;
        this.upload = upload;
        this.turns = new FileTurn(engine.ground());
        this.lookout = new Lookout(call);
        this.watchbook = new Watchbook(engine.store());
    }

    /**
     * @param refusal why it came to nothing; empty if it didn't, or wasn't tried
     * @param isBehind it has to wait for what was done before it
     */
    record Outcome(KeptFile file, Optional<Refusal> refusal, boolean isBehind) {
        static Outcome of(KeptFile file) {
            return new Outcome(file, Optional.empty(), false);
        }
    }

    /** The caller has the ticket's files alone. */
    Outcome carry(KeptFile file) {
        if (file.is(State.SENT)) return sent(file);
        Destination.Place place = destination.of(file.on());
        if (place.isNone()) return Outcome.of(noted(file, file.waits(State.HERE, "", now() + LONGEST, false)));
        if (place.home().isEmpty()) {
            long rest = now() - file.at() < NEW ? SOON : LONGEST;
            boolean isHere = file.is(State.HERE); // and may stay so: not each ticket of before goes there
            KeptFile waits = isHere
                    ? file.waits(State.HERE, "", now() + rest, false)
                    : file.waits(State.WAITING, place.why(), now() + rest, true);
            return Outcome.of(noted(file, waits));
        }
        Homes.Home home = place.home().get();
        Optional<FileTurn.Wait> behind = turns.await(home.remote(), file.on(), file.at());
        if (behind.isPresent()) {
            String why = "It " + behind.get().why() + ".";
            KeptFile waits = file.waits(State.WAITING, why, now() + behind.get().millis(), true);
            return new Outcome(noted(file, waits), Optional.empty(), true);
        }
        return send(file, home);
    }

    private long now() {
        return engine.ground().now();
    }

    /** On disk only what people see of it; when it is looked at again is in memory. */
    private KeptFile noted(KeptFile before, KeptFile now) {
        boolean same = before.is(now.standing().state())
                && before.standing().why().equals(now.standing().why())
                && before.standing().inTurn() == now.standing().inTurn();
        return same ? now : book.put(now);
    }

    private Outcome send(KeptFile file, Homes.Home home) {
        KeptFile now = file;
        try {
            Own own = upload.admitted(file.by(), home, Ticket.TYPE);
            long started = now();
            if (file.isUnclear()) {
                long rest =
                        file.trace().left() + home.remote().timing().settles().toMillis() - started;
                if (rest > 0)
                    return Outcome.of(book.put(file.waits(State.WAITING, unclear(home), started + rest, true)));
                Optional<Observation> there = lookout.find(own, home, file);
                if (there.isPresent()) return there(file, home, there.get(), started);
            }
            vault.verify(file.id());
            now = book.put(file.left(started, file.isUnclear() ? file.trace().before() : known(home)));
            return there(now, home, bytes(own, home, now), started);
        } catch (Refusal refusal) {
            return new Outcome(book.put(after(now, home, refusal, now != file)), Optional.of(refusal), false);
        } catch (Damaged damaged) {
            LOG.error("The kept file {} can't be read any more", file.id(), damaged);
            Refusal refusal = new Refusal(
                    Reason.INVALID, "The file can't be read here any more: throw it away, and give it once more.");
            return new Outcome(book.put(now.refused(refusal.getMessage())), Optional.of(refusal), false);
        } catch (IOException e) {
            LOG.warn("The kept file {} can't be read at this moment", file.id(), e);
            Refusal later = new Refusal(Reason.UNAVAILABLE, "The file can't be read here at this moment.");
            return new Outcome(book.put(after(now, home, later, now != file)), Optional.of(later), false);
        }
    }

    private Observation bytes(Own own, Homes.Home home, KeptFile file) throws IOException {
        Fields theirs = Fields.of(Attachment.PARENT, Ref.to(Ticket.TYPE, home.remoteId()));
        KeptFile.About about = file.about();
        try (Content content = new Content(about.name(), about.mime(), about.size(), vault.open(file.id()))) {
            return upload.send(own, TYPE, theirs, content);
        }
    }

    /** What the system has shown of this ticket's files so far: none of them is the one that is about to leave. */
    private List<String> known(Homes.Home home) {
        String parent =
                Ref.to(Ticket.TYPE, home.remoteId()).toString(); // as links of what lies in several types keep it
        LinkQuery query = LinkQuery.of(home.remote().id(), TYPE.name()).under(parent);
        return engine.store().read(s -> s.links(query, "", 10_000)).stream()
                .flatMap(link -> link.remoteId().stream())
                .toList();
    }

    /** @param left it was on its way, and may have come there later than it was given up here */
    private KeptFile after(KeptFile file, Homes.Home home, Refusal refusal, boolean left) {
        String why = refusal.getMessage();
        if (refusal.reason() != Reason.UNAVAILABLE) {
            KeptFile known = left ? file.left(0, List.of()) : file; // a no is an answer, too
            return refusal.reason() == Reason.NOT_CONNECTED
                    ? known.waits(State.WAITING, why, now() + LONGEST, false)
                    : known.refused(why);
        }
        long again = now()
                + Math.min(LONGEST, engine.ground().backoff(file.standing().tries() + 1));
        if (!file.isUnclear()) return file.failed(why.replace(LiveCall.AGAIN, ""), again);
        KeptFile unclear = left ? file.left(now(), file.trace().before()) : file;
        return unclear.failed(unclear(home), again);
    }

    private static String unclear(Homes.Home home) {
        return home.system() + " hasn't said whether it has the file: it is looked for there before it is sent again.";
    }

    private Outcome there(KeptFile file, Homes.Home home, Observation seen, long started) {
        LiveRemote remote = home.remote();
        KeptFile there = book.put(file.there(remote.id(), seen.ref().id(), now()));
        String name = file.about().name();
        watchbook.tell(file.by(), file.on(), "uploaded", name + " attached, by the own login at " + home.system());
        upload.settle(TYPE, remote, seen, started);
        return sent(there);
    }

    /** The bytes go only when it is a record here. */
    private Outcome sent(KeptFile file) {
        String connection = file.trace().connection();
        Optional<Ref> record = upload.record(TYPE, connection, file.trace().remoteId());
        if (record.isPresent()) {
            KeptFile arrived = book.put(file.arrived(record.get().id()));
            vault.remove(file.id());
            return Outcome.of(arrived);
        }
        if (engine.accounts()
                .find(connection)
                .isEmpty()) { // taken away just now; if it comes back, it is looked for there
            KeptFile.Trace trace = file.trace();
            KeptFile unclear = file.left(trace.left(), trace.before());
            return Outcome.of(book.put(unclear.waits(State.WAITING, "", now() + SOON, true)));
        }
        String why = engine.network().called(connection)
                + " has it. It shows here as soon as what was there before is read.";
        return Outcome.of(noted(file, file.waits(State.SENT, why, now() + SOON, false)));
    }
}
