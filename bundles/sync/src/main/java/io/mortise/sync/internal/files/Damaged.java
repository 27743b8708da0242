package io.mortise.sync.internal.files;

import java.io.IOException;

/** A kept file is gone, or isn't what was kept: it won't be read again, however often that is tried. */
public final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    Damaged(String what, Throwable why) {
        super(what, why);
    }
}
