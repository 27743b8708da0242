package io.mortise.connector;

import io.mortise.model.Choice;
import io.mortise.model.Content;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Secret;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What one session can do with one type. A capability is a function that is there or isn't, so a claim and its code
 * can't drift apart. Immutable; each method below returns a changed copy. Every function normally makes one request
 * and never has more than one remote effect; the engine owns pace, retry, paging and concurrency.
 */
public final class Lane implements Cloneable {
    /** Anything a vendor does for the engine. */
    @FunctionalInterface
    public interface Call<A, R> {
        R of(A asked) throws Fault;
    }

    /** The same without an answer. */
    @FunctionalInterface
    public interface Act<A> {
        void of(A asked) throws Fault;
    }

    /** What can't be seen from code; the contract tests try to catch it lying. */
    public enum Claim {
        /** A save with a stale {@link Write#expected} is refused (MERGE). */
        IF_MATCH,
        /** Each change of a record raises its revision. */
        RISING_REVISION,
        /** A create repeated with the same {@link Write#key} makes nothing new. */
        IDEMPOTENT_CREATE,
        /** The vendor calls when a record of this type has changed: see {@link Session#webhook}. */
        CALLS
    }

    private EntityType type;
    private List<Feed> feeds = List.of();
    private Call<String, Observation> fetch;
    private Call<Write, Observation> create, update, upload;
    private Set<EntityType> parents = Set.of();
    private Call<Fields, List<Observation>> find;
    private Call<String, List<Observation>> findByKey;
    private Call<Ref, List<Observation>> below;
    private Call<String, Content> content;
    private Act<String> remove;
    private Map<Field<Secret>, Call<String, Secret>> reveal = Map.of();
    private Map<Field<Choice>, Call<Fields, List<Choice>>> choices = Map.of();
    private Set<Field<?>> creatable = Set.of(), needed = Set.of(), updatable = Set.of(), findable = Set.of();
    private Set<Field<?>> alone = Set.of();
    private Map<Field<?>, UnaryOperator<?>> shows = Map.of();
    private Set<Claim> claims = EnumSet.noneOf(Claim.class);

    private Lane() {}
    /** @param type one of the model's, more fields added to it, or the vendor's own */
    public static Lane of(EntityType type) {
        return new Lane().but(l -> l.type = type);
    }

    public Lane feeds(Feed... feeds) {
        return but(l -> l.feeds = List.of(feeds));
    }
    /** One record as it is now, by the vendor's id. FORGET if there is none. */
    public Lane fetch(Call<String, Observation> f) {
        return but(l -> l.fetch = f);
    }
    /**
     * Fields that only a fetch shows. A row without them is no part of a record all the same: the record is fetched when
     * nothing else is to do (what a closed ticket cost).
     */
    public Lane alone(Field<?>... fields) {
        return but(l -> l.alone = Set.of(fields));
    }
    /** Makes a record of these fields, and answers what the vendor made of it. */
    public Lane create(Call<Write, Observation> f, Field<?>... fields) {
        return but(l -> {
            l.create = f;
            l.creatable = Set.of(fields);
        });
    }
    /** A create waits, and says for what, until these have values. */
    public Lane needs(Field<?>... fields) {
        return but(l -> l.needed = Set.of(fields));
    }
    /** Changes the fields mentioned and leaves all others alone, even where the vendor's own call replaces the record. */
    public Lane update(Call<Write, Observation> f, Field<?>... fields) {
        return but(l -> {
            l.update = f;
            l.updatable = Set.of(fields);
        });
    }
    /**
     * Takes away what is no record of its own to people: a link between two, an item of a list. Asked at a person's word
     * alone, never because another system has lost it; what is restored is made anew. Observations of the type mention
     * {@link EntityType#ACTIVE}. FORGET if there is none.
     */
    public Lane remove(Act<String> f) {
        return but(l -> l.remove = f);
    }
    /** Records that may be equal in all fields asked; the engine drops those that aren't. Asked before a create, so that nothing is made twice. */
    public Lane find(Call<Fields, List<Observation>> f, Field<?>... by) {
        return but(l -> {
            l.find = f;
            l.findable = Set.of(by);
        });
    }
    /** The record that a create with this {@link Write#key} made, where the vendor keeps the key. */
    public Lane findByKey(Call<String, List<Observation>> f) {
        return but(l -> l.findByKey = f);
    }
    /**
     * Live, in {@link Session#routes}: the records that belong to one (a template's tasks), or that this system names for
     * one of its own (a ticket's suggested passwords), whole. The reference is in the terms of the system whose it is.
     */
    public Lane below(Call<Ref, List<Observation>> f) {
        return but(l -> l.below = f);
    }
    /** Live: one secret of one record. Never called ahead of a person's click. */
    public Lane reveal(Field<Secret> field, Call<String, Secret> f) {
        return but(l -> {
            l.reveal = new HashMap<>(l.reveal);
            l.reveal.put(field, f);
        });
    }
    /** Live: an attachment's bytes. The caller closes them. */
    public Lane content(Call<String, Content> f) {
        return but(l -> l.content = f);
    }
    /**
     * Live: makes a record of a file. The write names what it is to hang on and has {@link Write#content}, which is read
     * once; it is never made from a record here.
     *
     * @param parents the types that it can hang on
     */
    public Lane upload(Call<Write, Observation> f, EntityType... parents) {
        return but(l -> {
            l.upload = f;
            l.parents = Set.of(parents);
        });
    }
    /** What the field can be at this vendor, given the other fields (a sub-issue's type); {@link Fields#NONE} asks for all. */
    public Lane choices(Field<Choice> field, Call<Fields, List<Choice>> f) {
        return but(l -> {
            l.choices = new HashMap<>(l.choices);
            l.choices.put(field, f);
        });
    }
    /**
     * What is left of a value after the vendor has kept it in its way (cut, upper-cased, an entry of its list), so that
     * the loss isn't taken for an edit or a refusal. Two values of which the same is left are the same there.
     *
     * @param f pure; of what it gives, it leaves everything
     */
    public <T> Lane shows(Field<T> field, UnaryOperator<T> f) {
        return but(l -> {
            l.shows = new HashMap<>(l.shows);
            l.shows.put(field, f);
        });
    }

    public Lane claims(Claim first, Claim... more) {
        return but(l -> l.claims = EnumSet.of(first, more));
    }

    public EntityType type() {
        return type;
    }

    public List<Feed> feeds() {
        return feeds;
    }

    public Optional<Call<String, Observation>> fetch() {
        return Optional.ofNullable(fetch);
    }

    public Optional<Call<Write, Observation>> create() {
        return Optional.ofNullable(create);
    }

    public Optional<Call<Write, Observation>> update() {
        return Optional.ofNullable(update);
    }

    public Optional<Act<String>> remove() {
        return Optional.ofNullable(remove);
    }

    public Optional<Call<Fields, List<Observation>>> find() {
        return Optional.ofNullable(find);
    }

    public Optional<Call<String, List<Observation>>> findByKey() {
        return Optional.ofNullable(findByKey);
    }

    public Optional<Call<Ref, List<Observation>>> below() {
        return Optional.ofNullable(below);
    }

    public Optional<Call<String, Secret>> reveal(Field<Secret> field) {
        return Optional.ofNullable(reveal.get(field));
    }

    public Optional<Call<String, Content>> content() {
        return Optional.ofNullable(content);
    }

    public Optional<Call<Write, Observation>> upload() {
        return Optional.ofNullable(upload);
    }

    /** The types that a file can hang on. */
    public Set<EntityType> parents() {
        return parents;
    }

    /** Fields of which it shows the secret. */
    public Set<Field<Secret>> revealed() {
        return reveal.keySet();
    }

    public Optional<Call<Fields, List<Choice>>> choices(Field<Choice> field) {
        return Optional.ofNullable(choices.get(field));
    }

    public Set<Field<?>> creatable() {
        return creatable;
    }

    public Set<Field<?>> alone() {
        return alone;
    }

    public Set<Field<?>> needed() {
        return needed;
    }

    public Set<Field<?>> updatable() {
        return updatable;
    }

    /** What an edit of a record can change there: what can be updated, and, where it can be removed, that it is active. */
    public Set<Field<?>> changeable() {
        if (remove == null) return updatable;
        Set<Field<?>> all = new HashSet<>(updatable);
        all.add(EntityType.ACTIVE);
        return Set.copyOf(all);
    }

    public Set<Field<?>> findable() {
        return findable;
    }

    public boolean claimed(Claim claim) {
        return claims.contains(claim);
    }

    @SuppressWarnings("unchecked")
    public <T> T shown(Field<T> field, T given) {
        var f = (UnaryOperator<T>) shows.get(field);
        return f == null ? given : f.apply(given);
    }

    private Lane but(Consumer<Lane> change) {
        try {
            Lane copy = (Lane) clone(); // what it refers to never changes
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
