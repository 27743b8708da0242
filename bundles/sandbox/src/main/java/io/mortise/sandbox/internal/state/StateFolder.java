package io.mortise.sandbox.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a world outlives its process: one journal per vendor, and a note of which world they belong to. */
public final class StateFolder {
    /** Grows whenever the generator makes another world from the same seed. */
    private static final int WORLD_VERSION = 1;

    private final Path folder;

    private StateFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException also when the folder holds the changes of another world */
    public static StateFolder open(Path folder, long seed, double scale) throws IOException {
        Files.createDirectories(folder);
        ObjectNode world =
                Json.object().put("world", WORLD_VERSION).put("seed", seed).put("scale", scale);
        Path note = folder.resolve("world.json");
        if (!Files.exists(note)) {
            Path draft = folder.resolve("world.json.new");
            Files.write(draft, Json.bytes(world));
            Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE);
        }
        String kept = Json.read(Files.readAllBytes(note)).toString();
        if (!kept.equals(Json.read(Json.bytes(world)).toString())) {
            throw new IOException("The sandbox state folder " + folder + " holds the world " + kept + ", not " + world
                    + ". Start with its seed and scale, or delete the folder for a fresh world.");
        }
        return new StateFolder(folder);
    }

    public Path journal(String vendor) {
        return folder.resolve(vendor + ".journal");
    }
}
