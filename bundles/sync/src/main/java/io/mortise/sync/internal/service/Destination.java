package io.mortise.sync.internal.service;

import io.mortise.connector.Lane;
import io.mortise.model.Attachment;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import io.mortise.store.Link;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.LiveRemote;
import java.util.List;
import java.util.Optional;

/** Where the files of a ticket go: to the PSA that has it; nowhere, if no PSA that is switched on takes files. */
final class Destination {
    private static final String FILES = Attachment.TYPE.name();

    private final Engine engine;

    Destination(Engine engine) {
        this.engine = engine;
    }

    /**
     * @param home the ticket there, as soon as it can be asked
     * @param isNone it stays here
     * @param why it can't go there now, in a sentence; "" otherwise
     */
    record Place(Optional<Homes.Home> home, boolean isNone, String why) {
        static final Place HERE = new Place(Optional.empty(), true, "");

        static Place at(Homes.Home home) {
            return new Place(Optional.of(home), false, "");
        }

        static Place later(String why) {
            return new Place(Optional.empty(), false, why);
        }
    }

    /** Is there a system at all that takes files of tickets? */
    boolean exists() {
        return engine.accounts().all().stream().anyMatch(this::mayTake);
    }

    Place of(Ref ticket) {
        List<Account> systems =
                engine.accounts().all().stream().filter(this::mayTake).toList();
        if (systems.isEmpty()) return Place.HERE;
        List<Link> links = engine.store().read(s -> s.links(ticket));
        for (Account system : systems)
            for (Link link : links) if (link.connection().equals(system.id())) return at(system, link);
        return Place.later(
                "The ticket isn't at " + engine.network().called(systems.get(0).id()) + " yet.");
    }

    private Place at(Account account, Link link) {
        String system = engine.network().called(account.id());
        if (link.state() == Link.State.GONE)
            return Place.later("The ticket isn't at " + system + " any more. Download the file, or throw it away.");
        if (link.state() != Link.State.LINKED) return Place.later("The ticket isn't at " + system + " yet.");
        return engine.network()
                .live(account.id())
                .filter(Destination::takes)
                .map(remote -> Place.at(new Homes.Home(remote, link.remoteId().orElseThrow())))
                .orElseGet(() -> Place.later(system + " isn't connected at this moment."));
    }

    /** One that isn't here at this moment, or hasn't told yet what it takes, counts. */
    private boolean mayTake(Account account) {
        boolean isPsa = engine.network().part(account.id()).equals(Optional.of(Part.PSA));
        if (!account.enabled() || !isPsa || !account.syncs(Ticket.TYPE.name()) || !account.syncs(FILES)) return false;
        return engine.network()
                .live(account.id())
                .filter(remote -> !remote.types().isEmpty())
                .map(Destination::takes)
                .orElse(true);
    }

    private static boolean takes(LiveRemote remote) {
        return remote.lane(FILES)
                .filter(lane -> lane.upload().isPresent())
                .map(Lane::parents)
                .filter(parents -> parents.contains(Ticket.TYPE))
                .isPresent();
    }
}
