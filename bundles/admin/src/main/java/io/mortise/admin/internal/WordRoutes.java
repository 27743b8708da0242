package io.mortise.admin.internal;

import io.mortise.api.Routes;
import io.mortise.api.Slice;
import io.mortise.api.Words;
import io.mortise.model.Choice;
import io.mortise.model.Right;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which entry of a system's list stands for which word here. */
@Component
public final class WordRoutes implements Routes {
    private static final Right MANAGE = Right.named("connections.manage");
    private final Words words;

    @Activate
    public WordRoutes(@Reference Words words) {
        this.words = words;
    }

    /** One list: the system's entries, and the words that records here have. */
    public record ListShown(String type, String field, String label, List<EntryShown> theirs, List<WordShown> words) {}

    public record EntryShown(String key, String label) {}

    /**
     * A word of the hub's.
     *
     * @param records how many have it
     * @param theirs the key of the entry that stands for it there; none while nobody has said so
     * @param said by a person; otherwise the labels are the same
     * @param inward the entry, met there, is this word here
     */
    public record WordShown(
            String key, String label, long records, Optional<String> theirs, boolean said, boolean inward) {}

    /** @param theirs none takes back what was said */
    public record Said(String type, String field, String ours, Optional<String> theirs, boolean inward) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/connections/{id}/words", Shape.list(Shape.of(ListShown.class)), this::lists)
                        .needs(MANAGE)
                        .summary("Lists of a connected system: its entries, the words here, and which is which"),
                Route.post("/connections/{id}/words", Shape.of(Said.class), Shape.NOTHING, this::say)
                        .needs(MANAGE)
                        .summary("Says which entry there stands for a word here"));
    }

    private Slice<ListShown> lists(Call<Void> call) {
        List<ListShown> lists = words.of(call.caller(), call.path("id")).stream()
                .map(WordRoutes::shown)
                .toList();
        return new Slice<>(lists, Optional.empty());
    }

    private static ListShown shown(Words.Listed list) {
        return new ListShown(
                list.type(),
                list.field(),
                list.label(),
                list.theirs().stream()
                        .map(entry -> new EntryShown(entry.key(), entry.label()))
                        .toList(),
                list.words().stream().map(WordRoutes::shown).toList());
    }

    private static WordShown shown(Words.Word word) {
        return new WordShown(
                word.ours().key(),
                word.ours().label(),
                word.records(),
                word.theirs().map(Choice::key),
                word.said(),
                word.inward());
    }

    private Void say(Call<Said> call) {
        Said said = call.body();
        words.say(call.caller(), call.path("id"), said.type(), said.field(), said.ours(), said.theirs(), said.inward());
        return null;
    }
}
