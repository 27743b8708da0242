package io.mortise.sync.internal.service;

import io.mortise.api.Connections.FieldGuarantee;
import io.mortise.api.Connections.Guarantee;
import io.mortise.api.Connections.Promise;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Lane.Claim;
import io.mortise.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from a lane, in words. */
record Promises(Lane lane) {
    Guarantee all() {
        List<FieldGuarantee> fields =
                lane.type().fields().stream().map(this::field).toList();
        return new Guarantee(lane.type().name(), noLostUpdate(), noDuplicate(), deletionsSeen(), changesSeen(), fields);
    }

    private Promise noLostUpdate() {
        if (lane.update().isEmpty()) return new Promise(true, "Nothing is changed there.");
        if (lane.claimed(Claim.IF_MATCH))
            return new Promise(true, "The system refuses a change of a record that somebody has changed meanwhile.");
        return new Promise(
                false,
                "The system takes any change. Only fields that differ are sent; what somebody changes there in the very"
                        + " same field, between our last look and our write, is overwritten.");
    }

    private Promise noDuplicate() {
        if (lane.create().isEmpty()) return new Promise(true, "Nothing is created there.");
        if (lane.claimed(Claim.IDEMPOTENT_CREATE))
            return new Promise(true, "The system itself makes nothing new when a create is repeated.");
        if (lane.findByKey().isPresent())
            return new Promise(
                    true, "The system keeps our key, by which a record is found before it is created again.");
        if (lane.find().isPresent())
            return new Promise(
                    true,
                    "Before a create is repeated, the record is looked for by " + labels(lane.findable())
                            + "; what is found is taken.");
        return new Promise(
                false, "A record can't be looked for there: a create without an answer may have made one already.");
    }

    private static String labels(Iterable<Field<?>> fields) {
        List<String> labels = new ArrayList<>();
        fields.forEach(field -> labels.add(field.label()));
        labels.sort(String::compareTo);
        return String.join(", ", labels);
    }

    private Promise deletionsSeen() {
        Optional<Feed> complete = lane.feeds().stream().filter(Feed::isComplete).findFirst();
        if (complete.isEmpty())
            return new Promise(false, "There is no list of all records: one that is deleted there stays here.");
        String when = complete.get()
                .under()
                .map(parent -> "All records below a " + parent + " are read when it is new or has changed"
                        + (complete.get().isQuiet() ? ", and now and then" : ""))
                .orElse("All records are read regularly");
        return new Promise(true, when + ": what is missing then is looked up, and deactivated here.");
    }

    private Promise changesSeen() {
        List<Feed> feeds = lane.feeds();
        if (feeds.stream().anyMatch(feed -> !feed.isComplete()))
            return new Promise(
                    true,
                    "What was changed is asked for regularly"
                            + (lane.claimed(Claim.CALLS) ? ", and at once when the system calls." : "."));
        Optional<String> parent = feeds.stream()
                .flatMap(feed -> feed.under().stream())
                .map(String::valueOf)
                .findFirst();
        if (parent.isPresent())
            return new Promise(true, "They are read again when their " + parent.get() + " has changed.");
        if (feeds.stream().allMatch(Feed::isSeldom))
            return new Promise(
                    false, "There is no list of what was changed: it shows when all records are read, now and then.");
        return new Promise(true, "All records are read as often as others are asked what was changed.");
    }

    private FieldGuarantee field(Field<?> field) {
        return new FieldGuarantee(
                field.name(),
                field.label(),
                lane.creatable().contains(field),
                lane.needed().contains(field),
                lane.changeable().contains(field),
                lane.alone().contains(field));
    }
}
