package io.mortise.sandbox.internal.itglue;

import java.util.Arrays;

/** What a user may do at all, wherever the user may be. */
enum Role {
    ADMINISTRATOR("Administrator"),
    MANAGER("Manager"),
    EDITOR("Editor"),
    CREATOR("Creator"),
    READ_ONLY("Read-only"),
    LITE("Lite");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    static Role of(String title) {
        return Arrays.stream(values())
                .filter(role -> role.title.equals(title))
                .findFirst()
                .orElse(READ_ONLY);
    }

    boolean writes() {
        return this != READ_ONLY && this != LITE;
    }

    boolean deletes() {
        return writes() && this != CREATOR;
    }

    /** Flexible asset templates, the activity log and users. */
    boolean manages() {
        return this == ADMINISTRATOR || this == MANAGER;
    }

    boolean seesQuickNotes() {
        return this != LITE;
    }
}
