package io.mortise.admin.internal.modules;

import io.mortise.api.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the framework says, for people. */
final class Words {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\(([\\w.:-]+)=([^()]*)\\)");
    private static final Pattern FROM = Pattern.compile("\\((?!!)[\\w.-]*version>=([^()]*)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\([\\w.-]*version>=([^()]*)\\)\\)");

    private Words() {}

    static String missing(String namespace, String filter) {
        return switch (namespace) {
            case "osgi.wiring.package" ->
                "It needs the package " + named(namespace, filter) + ", which no installed module offers.";
            case "osgi.wiring.bundle" -> "It needs the module " + named(namespace, filter) + ", which isn't installed.";
            case "osgi.service" ->
                "It needs the service " + named("objectClass", filter) + ", which no installed module declares.";
            case "osgi.ee" -> "It needs another Java: " + filter + ".";
            default -> "It needs " + namespace + " " + filter + ", which no installed module offers.";
        };
    }

    private static String named(String attribute, String filter) {
        Matcher found = ATTRIBUTE.matcher(filter);
        String name = filter;
        while (found.find()) if (found.group(1).equals(attribute)) name = found.group(2);
        return name + versions(filter);
    }

    private static String versions(String filter) {
        Matcher from = FROM.matcher(filter.replaceAll(BELOW.pattern(), ""));
        Matcher below = BELOW.matcher(filter);
        String text = from.find() ? " " + from.group(1) + " or later" : "";
        return below.find() ? text + ", below " + below.group(1) : text;
    }

    /** A failure with its causes. */
    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (text.indexOf(said) < 0)
                text.append(text.isEmpty() ? "" : " Because: ").append(said.strip());
        }
        return text.toString();
    }

    static Refusal refused(String id, String what, Throwable failure) {
        if (failure instanceof Refusal refusal) return refusal;
        Refusal refusal = new Refusal(
                Refusal.Reason.INVALID, id + " " + what + "; everything is as it was before. " + of(failure));
        refusal.initCause(failure);
        return refusal;
    }
}
