package io.mortise.launcher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Tells whether two configurations say the same, without keeping what they say: it may be secret. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Dictionary<String, Object> properties) {
        Map<String, String> said = new TreeMap<>();
        for (String name : Collections.list(properties.keys())) {
            if (!name.startsWith("service.") && !name.startsWith("felix.")) {
                said.put(name, Arrays.deepToString(new Object[] {properties.get(name)}));
            }
        }
        try {
            byte[] text = said.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
