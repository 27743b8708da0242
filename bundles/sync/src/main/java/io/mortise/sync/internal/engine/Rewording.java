package io.mortise.sync.internal.engine;

import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.store.Link;
import io.mortise.store.LinkQuery;
import io.mortise.sync.internal.link.Memory;
import io.mortise.sync.internal.reconcile.Pair;
import io.mortise.sync.internal.remote.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Another reading of a system's words is nobody's edit: what was agreed with it is read anew in the new words. To be
 * done while the system rests, so that nothing is decided with one half in the old words.
 */
public final class Rewording {
    private static final int STEP = 500;
    private final Ground ground;

    public Rewording(Ground ground) {
        this.ground = ground;
    }

    public void of(String connection, EntityType type, Field<Choice> field, Wording before, Wording after) {
        String last = "";
        List<Link> part;
        do {
            String from = last;
            part = ground.store().<List<Link>>write(store -> {
                List<Link> links = store.links(LinkQuery.of(connection, type.name()), from, STEP);
                List<Link> changed = new ArrayList<>();
                for (Link link : links) reread(type, field, link, before, after).ifPresent(changed::add);
                store.put(changed);
                return links;
            });
            if (!part.isEmpty()) last = part.get(part.size() - 1).id();
        } while (part.size() == STEP);
    }

    /** What waited for a word is tried again; what was agreed stays agreed, as it is read now. */
    private Optional<Link> reread(EntityType type, Field<Choice> field, Link link, Wording before, Wording after) {
        Memory memory = ground.memory(type.name(), link.memory());
        Optional<Choice> theirs = memory.observed.get(field);
        Object old = theirs.flatMap(choice -> before.inward(type.name(), field.name(), choice))
                .orElse(null);
        Object now = theirs.flatMap(choice -> after.inward(type.name(), field.name(), choice))
                .orElse(null);
        boolean waited = memory.held.remove(field.name()) != null;
        Pair pair = memory.agreed.get(field.name());
        boolean moves = pair != null && pair.shows(old) && !Objects.equals(old, now);
        if (moves) memory.agreed.put(field.name(), new Pair(pair.hub(), now, pair.superseded()));
        return waited || moves ? Optional.of(Links.memory(link, ground.memory(type.name(), memory))) : Optional.empty();
    }
}
