package io.mortise.admin.internal.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a module came from decides who can take it away: what was uploaded can be removed here, nothing else. */
final class Origins {
    private final ModuleFolder folder;
    private final Path droppedIn;

    Origins(ModuleFolder folder, Path droppedIn) {
        this.folder = folder;
        this.droppedIn = droppedIn;
    }

    /** Why it can't be removed, in a sentence; empty when it can. */
    Optional<String> stays(String id) {
        if (folder.uploaded(id).isPresent()) return Optional.empty();
        if (dropped(id).isPresent()) return Optional.of(id + " lies in the folder modules. Take its file away there.");
        return Optional.of(
                id + " came with Mortise and can't be removed." + (Ground.isStoppable(id) ? " You can stop it." : ""));
    }

    /** Its file in the folder into which people copy jars. */
    Optional<Path> dropped(String id) {
        try {
            return DropFolder.find(droppedIn, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
