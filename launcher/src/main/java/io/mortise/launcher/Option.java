package io.mortise.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One thing that a person may set at start: {@code --sandbox-port}, or {@code MORTISE_SANDBOX_PORT}. */
enum Option {
    PORT("8080", "port of the screens and the API", Values::port),
    HOST("127.0.0.1", "address to listen on; 0.0.0.0 = every network of this machine", Values::text),
    DATA("", "folder for everything that is kept (default: data beside bin)", Values::any),
    DB("sqlite", "sqlite, or postgresql://user:password@host:port/database", Values::database),
    FEATURES("", "features to run, such as core,kaseya; +sandbox adds to the usual ones", Values::any),
    SANDBOX_PORT("9411", "first port of the simulated systems", Values::port),
    SANDBOX_SPEED("60", "how many times faster time runs in the simulated systems", Values::positive),
    SANDBOX_SCALE("1", "size of the simulated world; 1 = about 25 organizations", Values::positive),
    SANDBOX_TLS(
            "false",
            "true = VSA answers over TLS too, on the fifth port, with a self-signed certificate",
            Values::flag),
    SANDBOX_HOOKS("true", "true = BMS calls the product when a ticket changes there", Values::flag);

    private final String standard;
    private final String meaning;
    private final UnaryOperator<String> check;

    Option(String standard, String meaning, UnaryOperator<String> check) {
        this.standard = standard;
        this.meaning = meaning;
        this.check = check;
    }

    String standard() {
        return standard;
    }

    String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String variable() {
        return "MORTISE_" + name();
    }

    /** The framework property under which bundles read it. */
    String property() {
        return "mortise." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** @param source how the person named it: the flag or the variable; values aren't repeated, one may hold a password */
    String checked(String source, String value) {
        try {
            return check.apply(value);
        } catch (IllegalArgumentException e) {
            throw Refused.option(source + " " + e.getMessage() + ".");
        }
    }

    static String usage() {
        return Arrays.stream(values())
                .map(o -> String.format("  %-16s %s%s", o.flag(), o.meaning, o.shownStandard()))
                .collect(Collectors.joining(
                        "\n", "Options (or " + PORT.variable() + " and so on in the environment):\n", ""));
    }

    private String shownStandard() {
        return standard.isEmpty() ? "" : " (default: " + standard + ")";
    }
}
