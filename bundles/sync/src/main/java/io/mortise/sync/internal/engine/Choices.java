package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.sync.internal.remote.Remote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The vendors' lists, remembered for a while: they change seldom and are asked for with every write. */
public final class Choices {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration MISSING = Duration.ofSeconds(30);
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Ground ground;

    private record Known(List<Choice> choices, long at) {}

    public Choices(Ground ground) {
        this.ground = ground;
    }

    /**
     * The vendor's choice whose folded label is this; its list is read anew when it isn't found in an older one.
     *
     * @param given what the list depends on, in the vendor's terms (a sub-issue's issue, a contract's customer); NONE for
     *     the whole
     */
    Optional<Choice> named(Remote remote, EntityType type, Field<Choice> field, Fields given, String folded)
            throws Fault {
        Optional<Choice> found = find(list(remote, type, field, given, FRESH), folded);
        return found.isPresent() ? found : find(list(remote, type, field, given, MISSING), folded);
    }

    private List<Choice> list(Remote remote, EntityType type, Field<Choice> field, Fields given, Duration notOlder)
            throws Fault {
        String key = remote.id() + "/" + type.name() + "/" + field.name() + on(field, given);
        Known last = known.get(key);
        if (last != null && ground.now() - last.at < notOlder.toMillis()) return last.choices;
        List<Choice> read = remote.call(
                type.name(), lane -> lane.choices(field).orElseThrow().of(given));
        known.put(key, new Known(List.copyOf(read), ground.now()));
        return read;
    }

    private static String on(Field<Choice> field, Fields given) {
        Optional<String> under = field.listedUnder().flatMap(given::get).map(Choice::key);
        Optional<String> in = field.listedIn().flatMap(given::get).map(Ref::id);
        return under.or(() -> in).map(id -> "/" + id).orElse("");
    }

    /** In the vendor's terms. Asks it when what is known has grown old: not to be called inside a transaction. */
    public List<Choice> list(Remote remote, EntityType type, Field<Choice> field) throws Fault {
        return list(remote, type, field, Fields.NONE, FRESH);
    }

    /**
     * The same of a list that each customer has of its own.
     *
     * @param ours whose, in the hub's terms; none is given where it isn't known there
     */
    public List<Choice> list(Remote remote, EntityType type, Field<Choice> field, Fields ours) throws Fault {
        if (field.listedIn().isEmpty()) return list(remote, type, field);
        Field<Ref> whose = field.listedIn().get();
        Optional<Ref> theirs = ours.get(whose)
                .flatMap(our -> ground.store().read(store -> new Translator(store, remote.id()).theirs(our)));
        return theirs.isPresent() ? list(remote, type, field, Fields.of(whose, theirs.get()), FRESH) : List.of();
    }

    private static Optional<Choice> find(List<Choice> list, String folded) {
        return list.stream()
                .filter(choice -> Choice.named(choice.label()).key().equals(folded))
                .findFirst();
    }
}
