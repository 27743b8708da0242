package io.mortise.api;

import io.mortise.model.Choice;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a system's lists call the words of the hub, for admins. Entries of the same label are the same by themselves; the
 * others wait, each holding up its own field only, until somebody says which is which.
 */
@ProviderType
public interface Words {
    /** The lists of a connection whose values are written there. Asks it for them: blocks as long as that takes. */
    List<Listed> of(Caller caller, String connection);

    /**
     * Says which entry there stands for a word of ours, and whether the entry, met there, is this word here. What waited
     * for it goes on. Refuses with UNAVAILABLE, and changes nothing, while the connection can't be brought to rest.
     *
     * @param ours the key of one of the hub's words
     * @param theirs the key of one of their entries; none takes back what was said
     */
    void say(
            Caller caller,
            String connection,
            String type,
            String field,
            String ours,
            Optional<String> theirs,
            boolean inward);

    /**
     * @param theirs the system's own entries, keys and labels
     * @param words the hub's words for this field, those without an entry there first
     */
    record Listed(String type, String field, String label, List<Choice> theirs, List<Word> words) {}

    /**
     * @param records how many of the hub's records have it
     * @param said by a person; otherwise the labels are the same
     * @param inward whether the entry is this word here
     */
    record Word(Choice ours, long records, Optional<Choice> theirs, boolean said, boolean inward) {}
}
