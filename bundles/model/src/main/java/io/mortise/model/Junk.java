package io.mortise.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that fill a field and prove nothing. From the lists that vendors and their customers publish. */
final class Junk {
    private static final Set<String> ORGANIZATIONS =
            Set.of("myorg", "unnamed", "root", "default", "test", "catch all", "unknown");
    private static final Set<String> SERIALS = Set.of(
            "0123456789",
            "123456789",
            "TO BE FILLED BY O.E.M.",
            "DEFAULT STRING",
            "SYSTEM SERIAL NUMBER",
            "CHASSIS SERIAL NUMBER",
            "NOT SPECIFIED",
            "NOT APPLICABLE",
            "NONE",
            "N/A",
            "UNKNOWN",
            "INVALID",
            "O.E.M.");
    private static final Set<String> MACS =
            Set.of("50:50:54:50:30:30", "20:41:53:59:4e:ff", "02:00:4c:4f:4f:50", "00:05:9a:3c:7a:00");
    /** Adapters and docks that travel from machine to machine, VPN adapters. */
    private static final Pattern SHARED_MAC =
            Pattern.compile("(00:ff|20:41:53|00:e0:4c|00:50:b6|00:0e:c6|00:24:9b|8c:ae:4c).*");

    private static final Set<String> MACHINES =
            Set.of("localhost", "unknown", "new computer", "iphone", "ipad", "macbook pro");
    private static final Set<String> PEOPLE = Set.of("unknown", "reception", "front desk", "main", "test", "user", ".");
    private static final Pattern MAILBOX = Pattern.compile(
            "(noreply|no-reply|donotreply|postmaster|info|office|support|admin|sales|accounts|reception)@.*");
    private static final Set<String> ADDRESSES = Set.of("-", "n/a", "x", "unknown");

    private Junk() {}

    static boolean organization(Object name) {
        String folded = name.toString().strip().toLowerCase(Locale.ROOT);
        return folded.length() < 3 || ORGANIZATIONS.contains(folded);
    }

    static boolean serial(Object serial) {
        String s = serial.toString();
        return s.length() < 4 || s.chars().distinct().count() == 1 || SERIALS.contains(s);
    }

    /** Also multicast and locally administered addresses, but for the range that QEMU gives out. */
    static boolean mac(Object mac) {
        String m = mac.toString();
        if (!m.matches("([0-9a-f]{2}:){5}[0-9a-f]{2}") || MACS.contains(m)) return true;
        int first = Integer.parseInt(m.substring(0, 2), 16);
        boolean borrowed = (first & 3) != 0 && !m.startsWith("52:54:00");
        return borrowed
                || m.replace(":", "").chars().distinct().count() == 1
                || SHARED_MAC.matcher(m).matches();
    }

    static boolean machine(Object name) {
        return MACHINES.contains(name.toString().toLowerCase(Locale.ROOT));
    }

    static boolean person(Object name) {
        return PEOPLE.contains(name.toString().toLowerCase(Locale.ROOT));
    }

    /** A mailbox that several people answer. */
    static boolean mailbox(Object email) {
        String value = email instanceof Labelled l ? l.value() : email.toString();
        return MAILBOX.matcher(value.toLowerCase(Locale.ROOT)).matches();
    }

    static boolean address(Object line) {
        return ADDRESSES.contains(line.toString().toLowerCase(Locale.ROOT));
    }
}
