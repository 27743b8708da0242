package io.mortise.sync.internal.remote;

import java.security.cert.CertificateException;
import java.util.Optional;

/** Why a server's certificate isn't accepted, in words, and which it was. */
public final class Distrust extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient Presented presented;
    private final boolean pinnable;

    Distrust(String sentence, Presented presented, boolean pinnable, Throwable cause) {
        super(sentence, cause);
        this.presented = presented;
        this.pinnable = pinnable;
    }

    public Presented presented() {
        return presented;
    }

    /** Would it be accepted, were it pinned? One that is over wouldn't. */
    public boolean isPinnable() {
        return pinnable;
    }

    /** Among the causes of what went wrong. */
    public static Optional<Distrust> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (cause instanceof Distrust distrust) return Optional.of(distrust);
        return Optional.empty();
    }
}
