package io.mortise.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a person asked for. A flag wins over the environment, the environment over the default. */
final class Options {
    private final Map<Option, String> values;

    private Options(Map<Option, String> values) {
        this.values = values;
    }

    /** @throws Refused on an unknown flag, a flag without value, or a value that can't be */
    static Options parse(List<String> arguments, Map<String, String> environment) {
        Map<Option, String> values = new EnumMap<>(Option.class);
        for (Option option : Option.values()) {
            String given = environment.getOrDefault(option.variable(), "");
            values.put(option, given.isEmpty() ? option.standard() : option.checked(option.variable(), given));
        }
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            readFlag(rest, values);
        }
        return new Options(values);
    }

    private static void readFlag(Deque<String> rest, Map<Option, String> values) {
        String argument = rest.remove();
        int equals = argument.indexOf('=');
        String flag = equals < 0 ? argument : argument.substring(0, equals);
        Option option = Arrays.stream(Option.values())
                .filter(o -> o.flag().equals(flag))
                .findFirst()
                .orElseThrow(() -> Refused.option("There is no option " + flag + "."));
        String value = equals < 0 ? rest.poll() : argument.substring(equals + 1);
        if (value == null) {
            throw Refused.option(flag + " needs a value.");
        }
        values.put(option, option.checked(flag, value));
    }

    String get(Option option) {
        return values.get(option);
    }

    int port() {
        return Integer.parseInt(get(Option.PORT));
    }

    Path data(Path home) {
        String data = get(Option.DATA);
        Path folder = data.isEmpty() ? home.resolve("data") : Path.of(data);
        return folder.toAbsolutePath().normalize();
    }

    /** Where a browser finds the product. */
    String address() {
        return address(get(Option.HOST));
    }

    /** Where this machine finds the product, also when it listens on every network. */
    String localAddress() {
        String host = get(Option.HOST);
        return address(host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("::") ? "::1" : host);
    }

    private String address(String host) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }
}
