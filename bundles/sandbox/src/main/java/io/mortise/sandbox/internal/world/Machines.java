package io.mortise.sandbox.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Draws the devices of a company: computers with and without agents, network gear, and the mess of real life. */
final class Machines {
    private static final String SERIAL_LETTERS = "0123456789BCDFGHJKLMNPQRSTVWXYZ";
    private static final List<String> JUNK_SERIALS =
            List.of("To be filled by O.E.M.", "Default string", "0", "System Serial Number", "");

    private final Words words;
    private final String code;
    private final int subnet;
    private final String dockMac;
    private int count;

    Machines(Words words, String code) {
        this.words = words;
        this.code = code;
        this.subnet = words.number(1, 250);
        this.dockMac = mac(words.chance(50) ? "00:e0:4c" : "3c:18:a0");
    }

    List<Machine> draw(int howMany, int sites, int people) {
        List<Machine> machines = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            count++;
            machines.add(words.chance(87) ? computer(sites, people) : device(sites));
        }
        return machines;
    }

    private Machine computer(int sites, int people) {
        String kind = List.of("workstation", "laptop", "server").get(words.weighted(50, 38, 12));
        JsonNode maker = words.one("computers");
        while (maker.get(kind).isEmpty()) {
            maker = words.one("computers");
        }
        boolean virtual = kind.equals("server") && words.chance(45);
        int where = words.weighted(34, 14, 14, 24, 5, 4, 5);
        boolean inVsa = where <= 3;
        return new Machine(
                computerName(kind),
                kind,
                virtual ? "VMware, Inc." : maker.get("maker").asText(),
                virtual ? "VMware" : maker.get("short").asText(),
                virtual ? "VMware Virtual Platform" : words.one(maker.get(kind)).asText(),
                virtual ? virtualSerial() : serial(maker),
                mac(kind, virtual, maker),
                ip(),
                os(kind),
                words.chance(40) ? code + "-" + (1000 + count) : null,
                words.number(0, sites - 1),
                kind.equals("server") || words.chance(30) ? -1 : words.number(0, people - 1),
                words.number(40, 2100),
                where == 0 || where == 2 || where == 5 || where == 6,
                where == 0 || where == 1 || where == 4 || where == 6,
                inVsa,
                words.chance(3) ? List.of("itglue", "bms", "vsa").get(words.weighted(2, 2, 1)) : "",
                inVsa && words.chance(50),
                words.chance(15));
    }

    private Machine device(int sites) {
        JsonNode maker = words.one("devices");
        int where = words.weighted(45, 25, 30);
        return new Machine(
                code + "-" + maker.get("tag").asText() + String.format("%02d", count),
                maker.get("kind").asText(),
                maker.get("maker").asText(),
                maker.get("maker").asText(),
                words.one(maker.get("models")).asText(),
                words.chance(90) ? words.characters(SERIAL_LETTERS, 11) : "",
                mac(maker.get("oui").asText()),
                ip(),
                "",
                words.chance(50) ? code + "-" + (1000 + count) : null,
                words.number(0, sites - 1),
                -1,
                words.number(100, 2900),
                where != 1,
                where != 2,
                false,
                "",
                false,
                words.chance(10));
    }

    private String computerName(String kind) {
        if (kind.equals("server")) {
            return code + "-" + List.of("DC", "FS", "SQL", "APP", "HV").get(words.number(0, 4))
                    + String.format("%02d", count);
        }
        if (words.chance(25)) {
            return (kind.equals("laptop") ? "LAPTOP-" : "DESKTOP-")
                    + words.characters("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 7);
        }
        return code + (kind.equals("laptop") ? "-LT-" : "-WS-") + String.format("%03d", count);
    }

    private String serial(JsonNode maker) {
        if (words.chance(6)) {
            return JUNK_SERIALS.get(words.number(0, JUNK_SERIALS.size() - 1));
        }
        return words.characters(SERIAL_LETTERS, maker.get("serial").asInt());
    }

    private String virtualSerial() {
        String hex = "0123456789abcdef";
        StringBuilder serial = new StringBuilder("VMware-56 4d");
        for (int i = 0; i < 14; i++) {
            serial.append(i == 6 ? "-" : " ").append(words.characters(hex, 2));
        }
        return serial.toString();
    }

    private String mac(String kind, boolean virtual, JsonNode maker) {
        if (kind.equals("laptop") && words.chance(14)) {
            return dockMac;
        }
        return mac(virtual ? "00:50:56" : maker.get("oui").asText());
    }

    private String mac(String prefix) {
        StringBuilder mac = new StringBuilder(prefix);
        for (int i = 0; i < 3; i++) {
            mac.append(':').append(words.characters("0123456789abcdef", 2));
        }
        return mac.toString();
    }

    private String ip() {
        return "10." + subnet + "." + count / 250 + "." + (count % 250 + 2);
    }

    private String os(String kind) {
        if (kind.equals("server")) {
            return "Windows Server " + List.of("2019", "2022").get(words.number(0, 1)) + " Standard";
        }
        return List.of("Windows 11 Pro", "Windows 10 Pro", "Windows 11 Enterprise")
                .get(words.weighted(6, 3, 2));
    }
}
