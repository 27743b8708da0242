package io.mortise.api;

import io.mortise.model.Part;
import io.mortise.model.Secret;
import io.mortise.model.Setting;
import io.mortise.model.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Which systems this tenant is connected to, for admins; and each person's own connection to them. */
@ProviderType
public interface Connections {
    /** The products whose connectors are installed now. */
    List<Product> products();

    List<Connection> list(Caller caller);

    /** Which systems play a part, switched on or not, their connectors here or not. For anybody; asks nobody. */
    List<Playing> playing(Part part);

    /**
     * @param name what people call it
     * @param without types that aren't exchanged with it
     * @param trouble why nothing at all comes from it now, in plain words; "" when something does, or it is switched off
     * @param blocked by type, why it isn't read before an admin does something there
     */
    record Playing(
            String id,
            String name,
            boolean enabled,
            Set<String> without,
            String trouble,
            Map<String, String> blocked) {}

    /**
     * Signs in and looks round, without keeping anything. A Refusal is about the form alone: a setting that can't be
     * so, by its name; what the system answers is the outcome.
     *
     * @param kept whose secrets are used where the draft leaves them out
     */
    Outcome test(Caller caller, String product, Draft draft, Optional<String> kept);

    /**
     * Adds a connection, all of it or nothing. EXISTS if that very system is connected already.
     *
     * @param untested whether it is kept though nobody has tried it; otherwise it is tested first, and a test that
     *     fails is INVALID
     */
    Connection add(Caller caller, String product, Draft draft, Terms terms, boolean untested);

    /** As {@link #add}; secrets left out of the draft stay as they are. STALE if it has changed since that version. */
    Connection change(Caller caller, String id, long version, Draft draft, Terms terms, boolean untested);

    /** Unlinks its records, which stay. */
    void remove(Caller caller, String id);

    /** What the connector promises for each type, as it stands for this tenant now. UNAVAILABLE if it doesn't answer. */
    List<Guarantee> guarantees(Caller caller, String id);

    /**
     * How the caller stands with each system that is switched on and that people connect to in person. Whose login was
     * not used for a minute is asked for now, so this may take some seconds.
     */
    List<Mine> mine(Caller caller);

    /** The same for the system that plays a part, as it was when the login was used last. Asks nobody. */
    Access.Link link(Caller caller, Part part);

    /**
     * Connects the caller in person, or again; tested before it is kept. INVALID if the system refuses the login, and
     * if it knows it by another mailbox than the caller's unless {@code asAnother}. Secrets left out stay.
     *
     * @param version that of {@link Mine} seen; 0 for a first login
     * @param asAnother the person has said that the other mailbox is theirs, too
     */
    Mine connectMe(Caller caller, String id, long version, Draft draft, boolean asAnother);

    /** Erases the caller's login and its secrets. Nothing if there is none. */
    void disconnectMe(Caller caller, String id);

    /**
     * One system, and the caller's own login there.
     *
     * @param id the connection's
     * @param version each change raises it; 0 while there is no login
     * @param form what connecting asks for
     * @param settings as given last, without secrets
     * @param secrets names of those that are kept
     * @param user what the system calls this person; "" while not connected
     * @param email by which the system knows this person; "" if it doesn't tell
     * @param ends when the person must connect anew; empty if the login renews itself
     * @param trouble why it isn't CONNECTED, in plain words; "" otherwise
     */
    record Mine(
            String id,
            long version,
            String product,
            String name,
            Part part,
            List<Setting> form,
            Map<String, String> settings,
            Set<String> secrets,
            Access.Link.State state,
            String user,
            String email,
            String role,
            Optional<Instant> since,
            Optional<Instant> ends,
            String trouble) {}

    /** @param onPremise may stand in a house of the customer's, and one certificate of it may be pinned */
    record Product(
            String id, String name, Part part, List<Setting> settings, List<Setting> personal, boolean onPremise) {}

    record Draft(Map<String, String> settings, Map<String, Secret> secrets) {}

    /**
     * How a system takes part, whatever the product. What is empty stays as it is, or as usual.
     *
     * @param name what people call it, no other one's; "" for its product's name
     * @param enabled switched on
     * @param twoWay its changes count here
     * @param linkEqualNames organizations of equal, unique names are linked without asking
     * @param share of the vendor's request limits that is ours: above 0, up to 1
     * @param without types that aren't synced with it
     */
    record Terms(
            Optional<String> name,
            Optional<Boolean> enabled,
            Optional<Boolean> twoWay,
            Optional<Boolean> linkEqualNames,
            Optional<Double> share,
            Optional<Set<String>> without) {
        /** Its name stays. */
        public Terms(
                Optional<Boolean> enabled,
                Optional<Boolean> twoWay,
                Optional<Boolean> linkEqualNames,
                Optional<Double> share,
                Optional<Set<String>> without) {
            this(Optional.empty(), enabled, twoWay, linkEqualNames, share, without);
        }

        public static final Terms USUAL =
                new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How a connection stands now, since it was switched on or the product was started. */
    enum State {
        /** Neither has it been tested nor has its system been asked for anything. */
        UNTESTED,
        CONNECTED,
        /** The system answers, and doesn't let us in. */
        REFUSED,
        /** The system doesn't answer, or what answers is something else; or the module that asks it isn't running. */
        UNREACHABLE,
        /** Switched off, or standing still. */
        PAUSED
    }

    /**
     * A kept connection.
     *
     * @param name what people call it: as it was named; else its product, with the account where there are several
     * @param ownName as it was named; "" if it wasn't
     * @param settings without secrets
     * @param secrets names of those that are set
     * @param types all that the connector offers here, as far as it is known
     * @param trouble what an admin must do, in plain words; "" when all is well
     * @param hook how it calls us; empty if it doesn't, or while its connector isn't here
     */
    record Connection(
            String id,
            long version,
            String product,
            String name,
            String ownName,
            Part part,
            Map<String, String> settings,
            Set<String> secrets,
            boolean enabled,
            boolean twoWay,
            boolean linkEqualNames,
            double share,
            Set<String> without,
            List<String> types,
            State state,
            String trouble,
            Optional<Hook> hook) {}

    /**
     * A system that calls when something has changed there.
     *
     * @param guide what an admin does there, step by step
     * @param signed whether the secret is set here that its calls are signed with
     * @param heard when it called last and was taken at its word; empty if it never did
     * @param refused when a call in its name was refused last, since the product was started
     */
    record Hook(List<String> guide, boolean signed, Optional<Instant> heard, Optional<Instant> refused) {}

    /**
     * What a test came to.
     *
     * @param standing as whom it signed in; empty if it didn't work
     * @param types that can be synced
     * @param trouble in plain words what is wrong and what to do; "" when it worked
     * @param setting which setting is to be looked at, if that is known
     * @param certificate that the server showed and that isn't trusted
     */
    record Outcome(
            Optional<Standing> standing,
            List<String> types,
            String trouble,
            Optional<String> setting,
            Optional<Certificate> certificate) {}

    /**
     * A server's certificate.
     *
     * @param fingerprint SHA-256, 64 hexadecimal digits; the value of the setting "certificate" that pins it
     * @param pinnable whether pinning it would help
     */
    record Certificate(
            String subject, String issuer, Instant from, Instant until, String fingerprint, boolean pinnable) {}

    /** What holds for records of a type at one system. */
    record Guarantee(
            String type,
            Promise noLostUpdate,
            Promise noDuplicate,
            Promise deletionsSeen,
            Promise changesSeen,
            List<FieldGuarantee> fields) {}

    /** @param why in plain words how it is kept, or what may happen where it isn't */
    record Promise(boolean holds, String why) {}

    /**
     * @param created may be given when a record is made there
     * @param needed must be given then
     * @param changed may be changed there
     * @param alone is read only when a record is looked at by itself, not in lists
     */
    record FieldGuarantee(String name, String label, boolean created, boolean needed, boolean changed, boolean alone) {}
}
