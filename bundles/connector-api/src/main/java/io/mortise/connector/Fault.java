package io.mortise.connector;

import io.mortise.model.Field;
import io.mortise.model.Ref;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Why a call came to nothing, named after what helps. Anything else thrown counts as REPORT. */
public final class Fault extends Exception {
    /** Connectors throw them, only the engine switches on them; so a new one is a minor version. */
    public enum Remedy {
        /** Nothing happened there. Try again after {@link #after}. */
        RETRY,
        /** It may have happened. Never repeated blindly: the engine waits until it has settled, then looks. */
        LOOK,
        /** The token isn't accepted. */
        SIGN_IN,
        /** This account may not do that. An admin can change it. */
        ASK_ADMIN,
        /** The vendor refuses these values; see {@link #fields}. Not tried again until they change. */
        CORRECT,
        /** Somebody changed the record meanwhile. Read, merge, write. */
        MERGE,
        /** It is there already, as {@link #existing}. */
        ADOPT,
        /** There is no such record. */
        FORGET,
        /** The cursor is too old. Begin at START. */
        RESTART,
        /** A defect, here or there. */
        REPORT
    }

    /** {@link #about} of it: the address, wherever it comes from; see {@link Descriptor#addressed}. */
    public static final String ADDRESS = "*address";

    private final Remedy remedy;
    private final Duration after;
    private final boolean wholeAccount;
    private final Map<Field<?>, String> fields;
    private final Ref existing;
    private final String setting;

    private Fault(
            Remedy remedy,
            String why,
            Duration after,
            boolean wholeAccount,
            Map<Field<?>, String> fields,
            Ref existing,
            String setting,
            Throwable cause) {
        super(why, cause);
        this.remedy = remedy;
        this.after = after;
        this.wholeAccount = wholeAccount;
        this.fields = Map.copyOf(fields);
        this.existing = existing;
        this.setting = setting;
    }
    /** @param why a sentence for an admin, without values and secrets */
    public static Fault of(Remedy remedy, String why) {
        return new Fault(remedy, why, Duration.ZERO, false, Map.of(), null, "", null);
    }

    public static Fault of(Remedy remedy, String why, Throwable cause) {
        return new Fault(remedy, why, Duration.ZERO, false, Map.of(), null, "", cause);
    }
    /** Too many requests: nothing more to this route, or to the whole account, before {@code after}. */
    public static Fault slowDown(Duration after, boolean wholeAccount) {
        return new Fault(Remedy.RETRY, "too many requests", after, wholeAccount, Map.of(), null, "", null);
    }

    public static Fault correct(String why, Map<Field<?>, String> fields) {
        return new Fault(Remedy.CORRECT, why, Duration.ZERO, false, fields, null, "", null);
    }

    public static Fault adopt(Ref existing) {
        return new Fault(Remedy.ADOPT, "exists", Duration.ZERO, false, Map.of(), existing, "", null);
    }

    /**
     * The same, with the setting that an admin should look at, so that the form can mark it.
     *
     * @param setting its name, or {@link #ADDRESS}
     */
    public Fault about(String setting) {
        return new Fault(remedy, getMessage(), after, wholeAccount, fields, existing, setting, this);
    }

    /** The setting that it is about, if it is about one. */
    public Optional<String> setting() {
        return setting.isEmpty() ? Optional.empty() : Optional.of(setting);
    }

    /** @param name of a setting, or {@link #ADDRESS} */
    public boolean isAbout(String name) {
        return setting.equals(name);
    }

    public Remedy remedy() {
        return remedy;
    }

    public Duration after() {
        return after;
    }

    public boolean wholeAccount() {
        return wholeAccount;
    }

    public Map<Field<?>, String> fields() {
        return fields;
    }

    public Optional<Ref> existing() {
        return Optional.ofNullable(existing);
    }
}
