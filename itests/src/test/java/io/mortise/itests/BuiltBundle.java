package io.mortise.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A bundle of ours as it was built: its folder's name and the packages of ours in its manifest. */
record BuiltBundle(String name, String symbolicName, Set<String> exports, Set<String> imports) {
    private static final Pattern PACKAGE = Pattern.compile("(?:^|,)(io\\.mortise(?:\\.\\w+)*)(?=[;,]|$)");

    static List<BuiltBundle> in(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("system/io/mortise"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(BuiltBundle::read)
                    .toList();
        }
    }

    static BuiltBundle read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            String folder = jar.getParent().getParent().getFileName().toString();
            return new BuiltBundle(
                    folder,
                    String.valueOf(manifest.getValue("Bundle-SymbolicName")),
                    packages(manifest.getValue("Export-Package")),
                    packages(manifest.getValue("Import-Package")));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + jar, e);
        }
    }

    /** Quoted parts go first: versions and {@code uses:="…"} hold commas and package names of their own. */
    static Set<String> packages(String header) {
        Set<String> packages = new TreeSet<>();
        if (header != null) {
            Matcher found = PACKAGE.matcher(header.replaceAll("\"[^\"]*\"", ""));
            while (found.find()) {
                packages.add(found.group(1));
            }
        }
        return packages;
    }
}
