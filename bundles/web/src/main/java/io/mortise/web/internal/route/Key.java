package io.mortise.web.internal.route;

import io.mortise.api.Once;
import io.mortise.model.Content;
import io.mortise.model.Declared;
import io.mortise.model.Entity;
import io.mortise.web.internal.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The key under which a request counts once. */
final class Key {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 100;

    private Key() {}

    /** @param body as it was read; what it was written like doesn't count, nor do the bytes of a file, which come later */
    static Optional<Once> read(HttpServletRequest request, Object body) {
        String key = request.getHeader(HEADER);
        if (key == null) return Optional.empty();
        if (!key.matches("[\\x21-\\x7e]{1," + LONGEST + "}"))
            throw Problem.of(
                            400,
                            "key-unclear",
                            "Which key?",
                            HEADER + " must be 1 to " + LONGEST
                                    + " letters, figures or signs without blanks, such as a UUID.")
                    .halt();
        String asked = request.getMethod() + " " + request.getRequestURI() + "\n" + text(body);
        return Optional.of(new Once(key, digest(asked)));
    }

    private static String text(Object body) {
        if (body instanceof Content file) return file.name() + "\n" + file.mime() + "\n" + file.size();
        if (!(body instanceof Entity entity)) return String.valueOf(body);
        return Declared.type(entity.ref().type())
                .map(type -> entity.fields().plain(type).toString())
                .orElseGet(() -> entity.fields().toString());
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
