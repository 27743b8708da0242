package io.mortise.sync.internal.service;

import io.mortise.api.Refusal;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Outage;
import io.mortise.sync.internal.engine.Ground;
import io.mortise.sync.internal.engine.Rewording;
import io.mortise.sync.internal.remote.Wording;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of systems' words, one at a time, each done whole while its connection rests. What is broken off, by a crash or
 * by the store, is finished before that connection is used again. Thread-safe.
 */
final class Rewordings {
    private static final Logger LOG = LoggerFactory.getLogger(Rewordings.class);
    private static final Duration SETTLES = Duration.ofSeconds(60);

    /** Whoever says one word often says more: all that follows from them is looked at once. */
    static final Duration GATHERS = Duration.ofSeconds(5);

    private final KeptWords words;
    private final Ground ground;
    private final Network network;
    private final Workers workers;
    private final Runnable refresh;
    private final Runnable later;
    private final Duration gathers;
    private final Map<String, Long> said = new ConcurrentHashMap<>();

    /**
     * @param refresh opens what may be used and closes what mayn't
     * @param later has {@link #resume} tried again after a while
     * @param gathers how long more words are waited for
     */
    Rewordings(
            KeptWords words,
            Ground ground,
            Network network,
            Workers workers,
            Runnable refresh,
            Runnable later,
            Duration gathers) {
        this.words = words;
        this.ground = ground;
        this.network = network;
        this.workers = workers;
        this.refresh = refresh;
        this.later = later;
        this.gathers = gathers;
    }

    /** What was broken off; its connections rest until it is finished, which is tried again where it can't be now. */
    synchronized void resume() {
        try {
            for (KeptWords.Change change : words.changes()) {
                if (isKnown(change)) finish(change);
                else later.run();
            }
        } catch (Outage away) {
            LOG.warn("A change of words waits for the store", away);
            later.run();
        }
        refresh.run();
    }

    /** The bundle that declares the type may come later. */
    private boolean isKnown(KeptWords.Change change) {
        return ground.types().all().stream().anyMatch(type -> type.name().equals(change.type()));
    }

    /** @throws Refusal UNAVAILABLE if the connection doesn't come to rest; then nothing is changed */
    synchronized void change(String connection, EntityType type, Field<Choice> field, UnaryOperator<Wording> how) {
        network.rest(connection, true);
        boolean begun = false;
        try {
            refresh.run();
            if (!workers.settle(SETTLES))
                throw new Refusal(
                        Refusal.Reason.UNAVAILABLE,
                        "Too much is under way with this connection: try again in a minute.");
            Wording before = words.of(connection);
            KeptWords.Change change =
                    new KeptWords.Change(connection, type.name(), field.name(), before, how.apply(before));
            words.begin(change);
            begun = true;
            finish(change);
            begun = false;
            said.put(connection, System.nanoTime());
        } finally {
            network.rest(connection, false); // what has begun and isn't finished stays closed all the same
            if (begun) later.run();
            refresh.run();
        }
    }

    /** How long a connection that is opened now waits before all of it is looked at anew. */
    Duration pause(String connection) {
        Long last = said.get(connection);
        boolean more = last != null && System.nanoTime() - last < gathers.toNanos();
        return more ? gathers : Duration.ZERO;
    }

    private void finish(KeptWords.Change change) {
        EntityType type = ground.types().type(change.type());
        type.field(change.field())
                .flatMap(Field::ofChoices)
                .ifPresent(field ->
                        new Rewording(ground).of(change.connection(), type, field, change.before(), change.after()));
        words.finish(change);
    }
}
