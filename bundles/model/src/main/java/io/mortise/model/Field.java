package io.mortise.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One named, typed place in a record. A constant: compare by name. Immutable; each method that takes an argument
 * returns a changed copy.
 */
public final class Field<T> {
    private final String name;
    private final Kind<T> kind;
    private final Traits<T> traits;

    /** What can be said of a field besides its name and kind. */
    private record Traits<T>(
            String label,
            Set<String> targets,
            Policy policy,
            Set<Trait> set,
            UnaryOperator<T> canon,
            Predicate<Object> junk,
            Optional<Listing> listing) {

        static <T> Traits<T> of(String name, Set<String> targets) {
            return new Traits<>(words(name), targets, Policy.latest(), Set.of(), v -> v, v -> false, Optional.empty());
        }

        Traits<T> with(Trait trait) {
            Set<Trait> more = EnumSet.of(trait);
            more.addAll(set);
            return new Traits<>(label, targets, policy, Set.copyOf(more), canon, junk, listing);
        }
    }

    private record Listing(String list, Optional<Field<Choice>> under, Optional<Field<Ref>> in) {}

    private enum Trait {
        VIEW_ONLY,
        FLEETING,
        CONFIDENTIAL,
        INDEXED
    }

    private Field(String name, Kind<T> kind, Traits<T> traits) {
        this.name = name;
        this.kind = kind;
        this.traits = traits;
    }

    /** Named in camelCase ({@code primaryEmail}); a vendor's own field is {@code x.<connector>.<id>}. */
    public static <T> Field<T> of(String name, Kind<T> kind) {
        return new Field<>(name, kind, Traits.of(name, Set.of()));
    }

    /** A reference to a record of one of {@code targets}; none given means any. */
    public static Field<Ref> ref(String name, String... targets) {
        return new Field<>(name, Kind.REF, Traits.of(name, Set.of(targets)));
    }

    public Field<T> label(String label) {
        Traits<T> t = traits;
        return new Field<>(name, kind, new Traits<>(label, t.targets, t.policy, t.set, t.canon, t.junk, t.listing));
    }

    public Field<T> policy(Policy policy) {
        Traits<T> t = traits;
        return new Field<>(name, kind, new Traits<>(t.label, t.targets, policy, t.set, t.canon, t.junk, t.listing));
    }

    /** People can't edit it here, whatever their rights; connectors may still bring changes. */
    public Field<T> viewOnly() {
        return new Field<>(name, kind, traits.with(Trait.VIEW_ONLY));
    }

    /** Read from its owner and shown with its age, but no reason for a write of its own (last seen, disk usage). */
    public Field<T> fleeting() {
        return new Field<>(name, kind, traits.with(Trait.FLEETING));
    }

    /** Shown with its record and found by no search (a user name beside a password). */
    public Field<T> confidential() {
        return new Field<>(name, kind, traits.with(Trait.CONFIDENTIAL));
    }

    /** Lists of many records are narrowed or sorted by it, so the store keeps an index. For choices, references, texts and times. */
    public Field<T> indexed() {
        return new Field<>(name, kind, traits.with(Trait.INDEXED));
    }

    /** The one form of equal values, after the kind's own (a MAC address in lower case with colons). Idempotent. */
    public Field<T> canon(UnaryOperator<T> canon) {
        Traits<T> t = traits;
        return new Field<>(name, kind, new Traits<>(t.label, t.targets, t.policy, t.set, canon, t.junk, t.listing));
    }

    /** Values, or members of a set, that prove nothing when records are matched ("To be filled by O.E.M."). */
    public Field<T> junk(Predicate<Object> junk) {
        Traits<T> t = traits;
        return new Field<>(name, kind, new Traits<>(t.label, t.targets, t.policy, t.set, t.canon, junk, t.listing));
    }

    /** Its values are words of this list; the entries are records, see {@link Lookup}. */
    public Field<T> list(String list) {
        return listed(new Listing(list, Optional.empty(), Optional.empty()));
    }

    /** The same for a list of which each entry hangs below a word of another field. */
    public Field<T> list(String list, Field<Choice> under) {
        return listed(new Listing(list, Optional.of(under), Optional.empty()));
    }

    /**
     * The same for a list that each record of {@code in} has of its own (a customer's contracts). It isn't swept: the system
     * is asked for one of them at a time.
     */
    public Field<T> listIn(String list, Field<Ref> in) {
        return listed(new Listing(list, Optional.empty(), Optional.of(in)));
    }

    private Field<T> listed(Listing listing) {
        Traits<T> t = traits;
        return new Field<>(
                name, kind, new Traits<>(t.label, t.targets, t.policy, t.set, t.canon, t.junk, Optional.of(listing)));
    }

    public String name() {
        return name;
    }

    public String label() {
        return traits.label;
    }

    public Kind<T> kind() {
        return kind;
    }

    public Set<String> targets() {
        return traits.targets;
    }

    public Policy policy() {
        return traits.policy;
    }

    public boolean isViewOnly() {
        return traits.set.contains(Trait.VIEW_ONLY);
    }

    public boolean isFleeting() {
        return traits.set.contains(Trait.FLEETING);
    }

    public boolean isConfidential() {
        return traits.set.contains(Trait.CONFIDENTIAL);
    }

    public boolean isIndexed() {
        return traits.set.contains(Trait.INDEXED);
    }

    public boolean isJunk(Object valueOrMember) {
        return traits.junk.test(valueOrMember);
    }

    /** This very field, if its values are chosen from a list. */
    @SuppressWarnings("unchecked") // its kind says so
    public Optional<Field<Choice>> ofChoices() {
        return kind == (Kind<?>) Kind.CHOICE ? Optional.of((Field<Choice>) this) : Optional.empty();
    }

    /** The list that its values are words of; empty if it has none. */
    public Optional<String> list() {
        return traits.listing.map(Listing::list);
    }

    /** The field whose word an entry of {@link #list} must hang below. */
    public Optional<Field<Choice>> listedUnder() {
        return traits.listing.flatMap(Listing::under);
    }

    /** The field that names whose {@link #list} it is. */
    public Optional<Field<Ref>> listedIn() {
        return traits.listing.flatMap(Listing::in);
    }

    /** True for {@link Kind#SECRET}: shown by Live only, stored never. */
    public boolean isSecret() {
        return kind == (Kind<?>) Kind.SECRET;
    }

    /** The one form in which equal values are {@code equals}: the kind's, then the field's own. */
    public T canonical(T value) {
        return traits.canon.apply(kind.canon(value));
    }

    Optional<T> in(Object value) {
        return Optional.ofNullable(value).map(kind::cast);
    }

    private static String words(String name) {
        String spaced =
                name.replace('-', ' ').replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Field<?> f && f.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
