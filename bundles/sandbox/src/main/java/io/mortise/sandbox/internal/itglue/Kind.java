package io.mortise.sandbox.internal.itglue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of asset. IT Glue names it four ways: in addresses, when it is written, and twice when it is read. */
enum Kind {
    CHECKLIST("checklists", "Checklist", true),
    CHECKLIST_TEMPLATE("checklist-templates", "Checklist Template", true),
    CONFIGURATION("configurations", "Configuration", true),
    CONTACT("contacts", "Contact", true),
    DOCUMENT("documents", "Document", true),
    DOCUMENT_FOLDER("document-folders", "Document Folder", false),
    DOMAIN("domains", "Domain", true),
    FLEXIBLE_ASSET("flexible-assets", "Flexible Asset", true),
    LOCATION("locations", "Location", true),
    ORGANIZATION("organizations", "Organization", false),
    PASSWORD("passwords", "Password", true),
    SSL_CERTIFICATE("ssl-certificates", "SSL Certificate", true),
    TICKET("tickets", "Ticket", true),
    USER("users", "User", false);

    private final String table;
    private final String display;
    private final boolean takesAttachments;

    Kind(String table, String display, boolean takesAttachments) {
        this.table = table;
        this.display = display;
        this.takesAttachments = takesAttachments;
    }

    /** Kebab-case plural: the type of its records, and the resource type that they are read with. */
    String table() {
        return table;
    }

    /** With spaces, as destination types and resource types are written. */
    String display() {
        return display;
    }

    /** Snake-case plural, as addresses have it. */
    String path() {
        return this == DOCUMENT_FOLDER ? "folders" : table.replace('-', '_');
    }

    /** Snake-case singular, as the asset type of a related item is read. */
    String singular() {
        return table.substring(0, table.length() - 1).replace('-', '_');
    }

    boolean takesAttachments() {
        return takesAttachments;
    }

    boolean takesRelatedItems() {
        return takesAttachments || this == DOCUMENT_FOLDER;
    }

    /** Whether a password can be embedded in it. */
    boolean takesPasswords() {
        return takesAttachments && this != CHECKLIST && this != CHECKLIST_TEMPLATE && this != PASSWORD;
    }

    static Optional<Kind> ofTable(String table) {
        return Arrays.stream(values()).filter(kind -> kind.table.equals(table)).findFirst();
    }

    static Optional<Kind> ofPath(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path().equals(path.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The kind of this display name; older documentation writes it as a class name, without spaces. */
    static Optional<Kind> ofDisplay(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.display.equals(text) || kind.className().equals(text))
                .findFirst();
    }

    private String className() {
        return Guesses.CLASS_NAMES_ARE_DISPLAY_NAMES
                ? display.replace("SSL", "Ssl").replace(" ", "")
                : display;
    }
}
