package io.mortise.sync.internal.engine;

import io.mortise.connector.Fault;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
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
     * @param under the vendor's entry that the list depends on (a sub-issue's issue); none for the whole list
     */
    Optional<Choice> named(Remote remote, EntityType type, Field<Choice> field, Optional<Choice> under, String folded)
            throws Fault {
        Optional<Choice> found = find(list(remote, type, field, under, FRESH), folded);
        return found.isPresent() ? found : find(list(remote, type, field, under, MISSING), folded);
    }

    private List<Choice> list(
            Remote remote, EntityType type, Field<Choice> field, Optional<Choice> under, Duration notOlder)
            throws Fault {
        String key = remote.id() + "/" + type.name() + "/" + field.name()
                + under.map(entry -> "/" + entry.key()).orElse("");
        Known last = known.get(key);
        if (last != null && ground.now() - last.at < notOlder.toMillis()) return last.choices;
        Fields given = under.flatMap(entry -> field.listedUnder().map(above -> Fields.of(above, entry)))
                .orElse(Fields.NONE);
        List<Choice> read = remote.call(
                type.name(), lane -> lane.choices(field).orElseThrow().of(given));
        known.put(key, new Known(List.copyOf(read), ground.now()));
        return read;
    }

    /** In the vendor's terms. Asks it when what is known has grown old: not to be called inside a transaction. */
    public List<Choice> list(Remote remote, EntityType type, Field<Choice> field) throws Fault {
        return list(remote, type, field, Optional.empty(), FRESH);
    }

    private static Optional<Choice> find(List<Choice> list, String folded) {
        return list.stream()
                .filter(choice -> Choice.named(choice.label()).key().equals(folded))
                .findFirst();
    }
}
