package io.mortise.sync.internal.service;

import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.sync.internal.files.KeptFile;
import io.mortise.sync.internal.files.Vault;
import io.mortise.sync.internal.service.OwnLogins.Own;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a file that was sent and not answered: one of the ticket's files that wasn't there before, is called alike and
 * has the very same bytes. Names alone prove nothing, and some systems don't tell how long a file is.
 */
final class Lookout {
    private static final String TYPE = Attachment.TYPE.name();

    private final LiveCall call;

    Lookout(LiveCall call) {
        this.call = call;
    }

    /** @throws Refusal INVALID where the system can't be asked what it has: a person has to look */
    Optional<Observation> find(Own own, Homes.Home home, KeptFile file) {
        if (!canLook(home))
            throw new Refusal(
                    Reason.INVALID,
                    "It isn't known whether " + home.system()
                            + " has the file: look there, then throw it away here, or try again.");
        Fields like = Fields.with()
                .set(Attachment.PARENT, Ref.to(Ticket.TYPE, home.remoteId()))
                .set(Attachment.FILE_NAME, file.about().name())
                .build();
        List<Observation> alike =
                call.of(own, TYPE, lane -> lane.find().orElseThrow().of(like));
        return alike.stream()
                .filter(seen -> !file.trace().before().contains(seen.ref().id()))
                .filter(seen -> isSame(own, home, seen, file))
                .findFirst();
    }

    static boolean canLook(Homes.Home home) {
        return home.remote()
                .lane(TYPE)
                .filter(lane -> lane.content().isPresent())
                .flatMap(Lane::find)
                .isPresent();
    }

    private boolean isSame(Own own, Homes.Home home, Observation seen, KeptFile file) {
        try (Content theirs = call.of(
                own, TYPE, lane -> lane.content().orElseThrow().of(seen.ref().id()))) {
            return Vault.sum(theirs.bytes()).equals(file.about().sha256());
        } catch (IOException e) {
            throw new Refusal(Reason.UNAVAILABLE, home.system() + " broke off while it showed a file.");
        }
    }
}
