package io.mortise.web.internal.session;

import io.mortise.web.internal.http.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names under which this server is asked for. A page of a stranger can have its own name point to this machine and
 * then ask us as if it were ours, so names nobody set up are refused. An address in figures can't be made to point here.
 */
public final class Hosts {
    private static final Pattern FIGURES = Pattern.compile("\\[[0-9a-f:.]+\\]|\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    private final Set<String> names;

    /** @param names with commas between them; * takes any, for a server behind a proxy that checks */
    public Hosts(String... names) {
        this.names = Arrays.stream(names)
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param header Host's, null when there is none */
    Optional<Problem> refusal(String header) {
        if (header == null
                || isKnown(PORT.matcher(header.toLowerCase(Locale.ROOT)).replaceFirst(""))) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                421,
                "host",
                "Unknown name",
                "This server isn't known under the name you used. An administrator adds it to mortise.web.hosts in"
                        + " conf/framework.properties and starts again."));
    }

    private boolean isKnown(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || FIGURES.matcher(host).matches()
                || names.contains(host)
                || names.contains("*");
    }
}
