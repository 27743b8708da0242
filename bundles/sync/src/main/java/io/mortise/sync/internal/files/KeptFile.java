package io.mortise.sync.internal.files;

import io.mortise.model.Ref;
import io.mortise.model.Ticket;
import java.util.List;

/**
 * A file that somebody gave to a ticket, but for its bytes. Times are milliseconds of the hub's clock; 0 is never.
 *
 * @param ticket its id here
 * @param version 0 before it is kept
 * @param by whose login sends it
 * @param at when it was given
 */
public record KeptFile(
        String id, String ticket, long version, About about, Giver by, long at, Standing standing, Trace trace) {
    /** @param sha256 of the bytes, in hexadecimal */
    public record About(String name, String mime, long size, String sha256) {}

    /**
     * @param why it isn't there, in a sentence for people; "" if there is nothing to say
     * @param next when it is looked at again
     * @param tries that have come to nothing
     * @param inTurn it would be there by now, but for the system's silence or for what people did before it
     */
    public record Standing(State state, String why, long next, int tries, boolean inTurn) {}

    /** Where it is; the last two wait for nothing. */
    public enum State {
        /** No system takes it: it stays here. */
        HERE,
        WAITING,
        /** It is there, and no record here yet. */
        SENT,
        /** It is a record; its bytes aren't here any more. */
        ARRIVED,
        REFUSED
    }

    /**
     * What is known of it at the system.
     *
     * @param left when a request with it was last under way whose outcome isn't known; 0 if there was none
     * @param before the vendor's ids of files that were there before the first such request
     * @param remoteId its own, once it is there
     * @param record its id here, once it is a record
     */
    public record Trace(long left, List<String> before, String connection, String remoteId, String record) {
        public static final Trace NONE = new Trace(0, List.of(), "", "", "");

        public Trace {
            before = List.copyOf(before);
        }
    }

    public Ref on() {
        return Ref.to(Ticket.TYPE, ticket);
    }

    public boolean is(State state) {
        return standing.state == state;
    }

    /** Does somebody wait for it to go out? */
    public boolean isMoving() {
        return is(State.WAITING) || is(State.SENT);
    }

    /** Does it go on by itself, now or when there is a system that takes it? */
    public boolean isUnderWay() {
        return isMoving() || is(State.HERE);
    }

    /** May it be there already, from a request without an answer? */
    public boolean isUnclear() {
        return trace.left > 0;
    }

    KeptFile version(long kept) {
        return new KeptFile(id, ticket, kept, about, by, at, standing, trace);
    }

    public KeptFile standing(Standing now) {
        return new KeptFile(id, ticket, version, about, by, at, now, trace);
    }

    /** It goes on by itself. */
    public KeptFile waits(State state, String why, long next, boolean inTurn) {
        return standing(new Standing(state, why, next, standing.tries, inTurn));
    }

    public KeptFile failed(String why, long next) {
        return standing(new Standing(State.WAITING, why, next, standing.tries + 1, true));
    }

    public KeptFile refused(String why) {
        return standing(new Standing(State.REFUSED, why, 0, standing.tries, false));
    }

    /** A request with it is about to leave, or has come to nothing just now. */
    public KeptFile left(long now, List<String> before) {
        return traced(new Trace(now, before, "", "", ""));
    }

    public KeptFile there(String connection, String remoteId, long now) {
        return traced(new Trace(trace.left, trace.before, connection, remoteId, ""))
                .standing(new Standing(State.SENT, "", now, 0, false));
    }

    public KeptFile arrived(String record) {
        return traced(new Trace(0, List.of(), trace.connection, trace.remoteId, record))
                .standing(new Standing(State.ARRIVED, "", 0, 0, false));
    }

    /** Sent anew at a person's word. @param blindly what may be there already is forgotten */
    public KeptFile again(Giver who, long now, boolean blindly) {
        Standing fresh = new Standing(State.WAITING, "", now, 0, true);
        return new KeptFile(id, ticket, version, about, who, at, fresh, blindly ? Trace.NONE : trace);
    }

    private KeptFile traced(Trace known) {
        return new KeptFile(id, ticket, version, about, by, at, standing, known);
    }
}
