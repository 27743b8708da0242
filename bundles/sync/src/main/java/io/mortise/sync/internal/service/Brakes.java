package io.mortise.sync.internal.service;

import io.mortise.api.Inbox.Kind;
import io.mortise.api.Inbox.Question;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.store.Reading;
import io.mortise.sync.internal.engine.Brake;
import io.mortise.sync.internal.remote.LiveRemote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passes that would deactivate very much, as questions. */
final class Brakes {
    /** The answer: it is really gone. */
    static final String GONE = "gone";

    private final Engine engine;
    private final Brake brake;

    Brakes(Engine engine) {
        this.engine = engine;
        this.brake = new Brake(engine.ground());
    }

    List<Question> of(Reading store) {
        return brake.held(store, connections()).stream().map(this::question).toList();
    }

    boolean release(String question) {
        return engine.store().writeDurably(store -> brake.release(store, connections(), question));
    }

    private List<String> connections() {
        return engine.network().open().stream().map(LiveRemote::id).toList();
    }

    private Question question(Brake.Held held) {
        String system =
                engine.network().live(held.connection()).map(LiveRemote::system).orElse(held.connection());
        EntityType type = engine.lexicon().type(held.type());
        String text = held.missing() + " records of the type " + type.name() + " are missing at " + system
                + " at once. Does the account still see everything there? Nothing is deactivated before you say so.";
        List<Choice> answers = List.of(new Choice(GONE, "They are gone: deactivate them"));
        return new Question(
                held.id(), Kind.BRAKE, Instant.ofEpochMilli(held.since()), Optional.empty(), text, List.of(), answers);
    }
}
