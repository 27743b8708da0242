package io.mortise.tickets.internal;

import io.mortise.api.Connections;
import io.mortise.api.Connections.Playing;
import io.mortise.api.Refusal;
import io.mortise.model.Part;
import io.mortise.model.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Where tickets live: in the PSA, or here where there is none. Thread-safe. */
final class Desk {
    private final Connections connections;

    Desk(Connections connections) {
        this.connections = connections;
    }

    enum Integration {
        ON,
        /** PSAs are connected, and an admin has switched tickets off with all of them. */
        OFF,
        /** No PSA: tickets are held here. */
        NONE
    }

    /**
     * @param system the PSA's name; "" where there is none
     * @param why what it means, in a sentence for people
     */
    record Standing(Integration integration, String system, String why) {
        boolean isOff() {
            return integration == Integration.OFF;
        }

        boolean isHere() {
            return integration == Integration.NONE;
        }
    }

    Standing standing() {
        List<Playing> psas = connections.playing(Part.PSA);
        if (psas.isEmpty())
            return new Standing(Integration.NONE, "", "No PSA is connected: tickets are kept in Mortise alone.");
        List<Playing> on = psas.stream()
                .filter(psa -> !psa.without().contains(Ticket.TYPE.name()))
                .toList();
        if (on.isEmpty()) {
            String system = psas.get(0).name();
            return new Standing(Integration.OFF, system, switchedOff(system));
        }
        String system = on.get(0).name();
        return new Standing(Integration.ON, system, "Tickets are exchanged with " + system + ".");
    }

    /** Is a system of this part connected and switched on? */
    boolean isOn(Part part) {
        return connections.playing(part).stream().anyMatch(Playing::enabled);
    }

    /**
     * Why nothing comes from systems of a part, or nothing of a type, each a sentence for people.
     *
     * @param counts whether a type is one that matters
     */
    List<String> troubles(Part part, Predicate<String> counts) {
        return connections.playing(part).stream()
                .filter(Playing::enabled)
                .flatMap(system -> trouble(system, counts).stream())
                .toList();
    }

    private static Optional<String> trouble(Playing system, Predicate<String> counts) {
        Optional<String> blocked = new TreeMap<>(system.blocked())
                .entrySet().stream()
                        .filter(type -> counts.test(type.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        return Optional.of(system.trouble())
                .filter(words -> !words.isEmpty())
                .or(() -> blocked)
                .map(words -> sentence(system.name(), words));
    }

    private static String sentence(String system, String trouble) {
        String words = trouble.startsWith(system) ? trouble : system + ": " + trouble;
        return words.endsWith(".") ? words : words + ".";
    }

    private static String switchedOff(String system) {
        return "Ticket integration with " + system
                + " is switched off, so no ticket of it is taken in, shown or written."
                + " An administrator can switch it on among the types of that connection, under Connections.";
    }

    /** @throws Refusal DENIED, with the reason, while tickets are switched off */
    Standing require() {
        Standing now = standing();
        if (now.isOff()) throw new Refusal(Refusal.Reason.DENIED, now.why());
        return now;
    }
}
