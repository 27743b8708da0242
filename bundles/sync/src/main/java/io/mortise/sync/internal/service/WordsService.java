package io.mortise.sync.internal.service;

import io.mortise.api.Caller;
import io.mortise.api.Refusal;
import io.mortise.api.Words;
import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Right;
import io.mortise.sync.internal.remote.LiveRemote;
import io.mortise.sync.internal.remote.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets admins say which entry of a system's list stands for which word here. */
@Component
public final class WordsService implements Words {
    private static final Right MANAGE = Right.named("connections.manage");
    private final Engine engine;

    @Activate
    public WordsService(@Reference Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<Listed> of(Caller caller, String connection) {
        require(caller);
        LiveRemote remote = live(connection);
        Used used = new Used(engine.store());
        List<Listed> lists = new ArrayList<>();
        for (String name : remote.types()) {
            EntityType type = engine.lexicon().type(name);
            Lane lane = remote.lane(name).orElseThrow();
            List<Field<Choice>> written = written(type, lane);
            if (written.isEmpty()) continue;
            Map<Field<Choice>, Map<Choice, Long>> counts = used.of(type, written);
            for (Field<Choice> field : written) lists.add(listed(remote, type, field, counts.get(field)));
        }
        return lists;
    }

    private static List<Field<Choice>> written(EntityType type, Lane lane) {
        return type.fields().stream()
                .filter(field ->
                        lane.updatable().contains(field) || lane.creatable().contains(field))
                .flatMap(field -> field.ofChoices().stream())
                .filter(field -> lane.choices(field).isPresent())
                .filter(field -> field.listedIn().isEmpty()) // each customer's own words mean nothing to another
                .toList();
    }

    private Listed listed(LiveRemote remote, EntityType type, Field<Choice> field, Map<Choice, Long> counts) {
        List<Choice> theirs = list(remote, type, field);
        Map<Choice, Choice> same = new LinkedHashMap<>();
        for (Choice entry : theirs) same.putIfAbsent(Choice.named(entry.label()), entry);
        List<Word> words = new ArrayList<>();
        for (Wording.Pair pair : remote.wording().of(type.name(), field.name()))
            counts.putIfAbsent(pair.ours(), 0L); // what was said can be taken back
        counts.forEach((ours, count) -> words.add(word(remote.wording(), type, field, ours, count, same)));
        words.sort(Comparator.comparing((Word word) -> word.theirs().isPresent())
                .thenComparing(word -> -word.records())
                .thenComparing(word -> word.ours().key()));
        return new Listed(type.name(), field.name(), field.label(), theirs, words);
    }

    private static Word word(
            Wording wording, EntityType type, Field<Choice> field, Choice ours, long count, Map<Choice, Choice> same) {
        Optional<Wording.Pair> said = wording.of(type.name(), field.name()).stream()
                .filter(pair -> pair.ours().equals(ours))
                .findFirst();
        if (said.isPresent())
            return new Word(
                    ours,
                    count,
                    Optional.of(said.get().theirs()),
                    true,
                    said.get().inward());
        Optional<Choice> theirs = Optional.ofNullable(same.get(ours));
        boolean inward = theirs.flatMap(entry -> wording.inward(type.name(), field.name(), entry))
                .filter(ours::equals)
                .isPresent();
        return new Word(ours, count, theirs, false, inward);
    }

    private List<Choice> list(LiveRemote remote, EntityType type, Field<Choice> field) {
        try {
            return engine.choices().list(remote, type, field);
        } catch (Fault fault) {
            throw new Refusal(
                    Refusal.Reason.UNAVAILABLE,
                    remote.system() + " doesn't tell its lists at this moment: " + fault.getMessage());
        }
    }

    @Override
    public void say(
            Caller caller,
            String connection,
            String typeName,
            String fieldName,
            String ours,
            Optional<String> theirs,
            boolean inward) {
        require(caller);
        LiveRemote remote = live(connection);
        EntityType type = remote.types().contains(typeName)
                ? engine.lexicon().type(typeName)
                : unknown("type", "isn't exchanged with " + remote.system());
        Field<Choice> field = written(type, remote.lane(typeName).orElseThrow()).stream()
                .filter(one -> one.name().equals(fieldName))
                .findFirst()
                .orElseGet(() -> unknown("field", "has no list at " + remote.system()));
        Choice word = known(remote, type, field).stream()
                .filter(choice -> choice.key().equals(ours))
                .findFirst()
                .orElseGet(() -> unknown("ours", "is none of the words that records have"));
        Optional<Wording.Pair> pair =
                theirs.map(key -> new Wording.Pair(word, entry(remote, type, field, key), inward));
        engine.rewordings()
                .change(
                        connection,
                        type,
                        field,
                        wording -> pair.map(said -> wording.with(typeName, fieldName, said))
                                .orElseGet(() -> wording.without(typeName, fieldName, word)));
    }

    private Set<Choice> known(LiveRemote remote, EntityType type, Field<Choice> field) {
        Set<Choice> known = new HashSet<>();
        for (Wording.Pair pair : remote.wording().of(type.name(), field.name())) known.add(pair.ours());
        known.addAll(
                new Used(engine.store()).of(type, List.of(field)).get(field).keySet());
        return known;
    }

    private Choice entry(LiveRemote remote, EntityType type, Field<Choice> field, String key) {
        return list(remote, type, field).stream()
                .filter(choice -> choice.key().equals(key))
                .findFirst()
                .orElseGet(() -> unknown("theirs", "is no entry of " + remote.system() + "'s list"));
    }

    private static <T> T unknown(String name, String why) {
        throw Refusal.invalid("That can't be said: " + name + " " + why + ".", Map.of(name, why));
    }

    private LiveRemote live(String connection) {
        if (engine.accounts().find(connection).isEmpty())
            throw new Refusal(Refusal.Reason.NOT_FOUND, "There is no such connection.");
        LiveRemote remote = engine.network()
                .live(connection)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNAVAILABLE,
                        "This connection isn't on at this moment: its lists can't be read."));
        try {
            remote.look(); // it may have been opened just now
        } catch (Fault fault) {
            throw new Refusal(Refusal.Reason.UNAVAILABLE, remote.system() + " can't be asked: " + fault.getMessage());
        }
        return remote;
    }

    private static void require(Caller caller) {
        if (!caller.may(MANAGE))
            throw new Refusal(Refusal.Reason.DENIED, "Your role doesn't include the right " + MANAGE.name() + ".");
    }
}
