package io.mortise.tickets.internal;

import io.mortise.api.Attachments;
import io.mortise.api.Connections;
import io.mortise.api.Documents;
import io.mortise.api.Journal;
import io.mortise.api.Live;
import io.mortise.api.Reach;
import io.mortise.api.Records;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What the routes of the desk have in common, made once. */
@Component(service = Workbench.class)
public final class Workbench {
    private final Records records;
    private final Journal journal;
    private final Documents documents;
    private final Connections connections;
    private final Live live;
    private final Reach reach;
    private final Attachments attachments;
    private final Clock clock = Clock.systemUTC();
    private final Desk desk;
    private final Lists lists;
    private final Me me;
    private final Tickets tickets;
    private final Freshness freshness;

    @Activate
    public Workbench(
            @Reference Records records,
            @Reference Journal journal,
            @Reference Documents documents,
            @Reference Connections connections,
            @Reference Live live,
            @Reference Reach reach,
            @Reference Attachments attachments) {
        this.records = records;
        this.journal = journal;
        this.documents = documents;
        this.connections = connections;
        this.live = live;
        this.reach = reach;
        this.attachments = attachments;
        this.desk = new Desk(connections);
        this.lists = new Lists(records, desk);
        this.me = new Me(records);
        this.tickets = new Tickets(records, journal, desk, lists, new Numbers(documents), clock);
        this.freshness = new Freshness(live, clock);
    }

    @Deactivate
    void stop() {
        freshness.close();
    }

    Records records() {
        return records;
    }

    Journal journal() {
        return journal;
    }

    Documents documents() {
        return documents;
    }

    Connections connections() {
        return connections;
    }

    Live live() {
        return live;
    }

    Reach reach() {
        return reach;
    }

    Attachments attachments() {
        return attachments;
    }

    Clock clock() {
        return clock;
    }

    Desk desk() {
        return desk;
    }

    Lists lists() {
        return lists;
    }

    Me me() {
        return me;
    }

    Tickets tickets() {
        return tickets;
    }

    Freshness freshness() {
        return freshness;
    }

    Filter filter() {
        return new Filter(lists, me);
    }

    Listing listing() {
        return new Listing(records, lists);
    }

    StatusSet statuses() {
        return new StatusSet(this);
    }

    Statuses legal() {
        return new Statuses(lists, tickets);
    }

    TicketPage page() {
        return new TicketPage(records, lists, desk);
    }
}
