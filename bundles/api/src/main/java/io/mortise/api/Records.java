package io.mortise.api;

import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/** The hub's records, as far as the caller may know of them. Thread-safe; never calls a vendor to read a record. */
@ProviderType
public interface Records {
    Optional<Entity> get(Caller caller, Ref ref);

    Slice<Entity> list(Caller caller, Find find);

    long count(Caller caller, Find find);

    /** The same without counting further than {@code atMost}: quick however many there are. */
    long count(Caller caller, Find find, long atMost);

    /** Where else the record is, one entry per connection that has it, awaits it or has lost it. */
    List<Link> links(Caller caller, Ref ref);

    /** By field name: which system gave the present value, and when. */
    Map<String, Origin> origins(Caller caller, Ref ref);

    /** The same of several, in one question; those that the caller may not know of are left out. */
    Map<Ref, Map<String, Origin>> origins(Caller caller, Collection<Ref> refs);

    /** What records are called, in one question for a whole page; those that the caller may not know of are left out. */
    Map<Ref, String> names(Caller caller, Collection<Ref> refs);

    /**
     * What the field can be, for who may read such records: the choices of the systems that take it and those that
     * records have already, joined; in the order of {@link #options}. {@code given} narrows dependent lists.
     */
    Choices choices(Caller caller, EntityType type, Field<Choice> field, Fields given);

    /** @param open no system keeps a list of it: any other word will do as well */
    record Choices(List<Choice> items, boolean open) {
        /**
         * Those that somebody means who types, in the same order.
         *
         * @param typed beginnings of words, in any order, without regard to case and accents; "" means all
         */
        public Choices like(String typed, int most) {
            List<String> beginnings = Stream.of(folded(typed).split(" "))
                    .filter(part -> !part.isEmpty())
                    .toList();
            return new Choices(
                    items.stream()
                            .filter(item -> beginnings.stream()
                                    .allMatch(part -> (" " + folded(item.label())).contains(" " + part)))
                            .limit(most)
                            .toList(),
                    open);
        }

        private static String folded(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}]+", " ");
        }
    }

    /**
     * The same with what the field's list says of each: entries in the list's own order, without those that are no longer
     * active; words that have no entry follow by their label.
     *
     * @param given of a dependent field, the word that its entries must hang below (a sub-issue type's issue type);
     *     without it all are given. Of a list that each customer has of its own (contracts), whose; without it none is
     */
    List<Option> options(Caller caller, EntityType type, Field<Choice> field, Fields given);

    /**
     * Every word of the field's list, those as well that it has given up, since records may have them still. Asks no
     * system; where there is no list as {@link #options}.
     */
    List<Option> words(Caller caller, EntityType type, Field<Choice> field);

    /**
     * @param color as CSS writes it, "" if there is none; {@code foreColor} that of letters on it
     * @param closed whoever has it is done with
     */
    record Option(Choice choice, String color, String foreColor, boolean isDefault, boolean closed) {}

    /** By field name: why nobody may change it here as the record stands now, in a sentence. The rest can be edited. */
    Map<String, String> locked(Caller caller, Ref ref);

    Saved create(Caller caller, EntityType type, Fields fields);

    /**
     * The same, and no second time: the record and the key are kept in one transaction, so that who asks again, after a
     * crash or at the same moment, is answered with the record that is there, as it stands now. INVALID if the key was
     * used for something else. Keys are each person's own and count for {@link Once#DAYS} days.
     */
    Saved create(Caller caller, EntityType type, Fields fields, Optional<Once> once);

    /**
     * What was made under this key before, as it stands now: for who has rules of its own for what is new, which hold
     * nobody up who asks a second time. Empty if nothing was; INVALID if the key was used for something else.
     */
    Optional<Saved> made(Caller caller, EntityType type, Once once);

    /**
     * One transaction: rights, view-only rules, version, journal. Then written through to the vendors at once; returns
     * when all have answered, after 2 s at the latest. If the owning system refuses, the edit is undone; if
     * another does, it stays and asks in the inbox. One that is slow gets it later. To deactivate a record, set {@link EntityType#ACTIVE} to false.
     *
     * @param version the one the person saw
     * @param changes the fields to set or clear; all others stay
     */
    Saved edit(Caller caller, Ref ref, long version, Fields changes);

    /**
     * Formatted text as a browser may have it: blocks, lists, tables, marks, and links to the web, a mailbox or a phone, that
     * open a page of their own. Nothing in it runs, loads or looks like the page around it; what is left out is left out
     * without a word. What {@link Records} and {@link Journal} answer is clean: this is for texts from anywhere else.
     */
    String clean(String html);

    /**
     * @param system the product's name, as people know it
     * @param externalId the vendor's id; "" while there is none
     * @param url its page in the vendor's own screens; "" if none
     * @param trouble why it isn't in sync, in a sentence; "" when it is
     */
    record Link(
            String connection,
            String system,
            String externalId,
            String url,
            State state,
            Optional<Instant> syncedAt,
            String trouble) {
        public enum State {
            SYNCED,
            SYNCING,
            NOT_YET_PUSHED,
            ORPHANED,
            DISABLED,
            ERROR
        }
    }

    /** @param source the connection's id, or "mortise" for an edit made here */
    record Origin(String source, String system, Instant at, String by) {}

    /**
     * @param now the record after it all, with the version to edit next
     * @param kept false when the owning system refused and the edit has been undone
     */
    record Saved(Entity now, boolean kept, List<At> at) {
        public enum State {
            SAVED,
            PENDING,
            REFUSED
        }
        /** @param why a sentence for people; "" when saved */
        public record At(String system, State state, String why) {}

        public boolean everywhere() {
            return at.stream().allMatch(a -> a.state() == State.SAVED);
        }

        public Optional<At> refused() {
            return at.stream().filter(a -> a.state() == State.REFUSED).findFirst();
        }
    }
}
