package io.mortise.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of docs/architecture.md: which bundle may import which. */
record Arrows(Map<String, Set<String>> allowed) {
    private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

    /** Rows look like {@code | `a` `b` | idea | `c` `d` |}, a dash for nothing. */
    static Arrows read(Path document) throws IOException {
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (String line : Files.readAllLines(document)) {
            List<String> cells = Arrays.asList(line.split("\\|", -1));
            if (cells.size() == 5 && NAME.matcher(cells.get(1)).find()) {
                names(cells.get(1)).forEach(bundle -> allowed.put(bundle, names(cells.get(3))));
            }
        }
        return new Arrows(allowed);
    }

    boolean allows(String from, String to) {
        return from.equals(to) || allowed.getOrDefault(from, Set.of()).contains(to);
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
