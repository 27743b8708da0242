package io.mortise.model;

import java.util.List;
import java.util.Optional;

/** The record types that the model itself declares; bundles may add others to them while they run. */
public final class Declared {
    /** Parents first. */
    public static final List<EntityType> TYPES = List.of(
            Lookup.TYPE,
            User.TYPE,
            Organization.TYPE,
            Group.TYPE,
            Location.TYPE,
            Contact.TYPE,
            Configuration.TYPE,
            ConfigurationInterface.TYPE,
            DocumentationItem.TYPE,
            Password.TYPE,
            Note.TYPE,
            ChecklistTemplate.TYPE,
            Ticket.TYPE,
            TicketNote.TYPE,
            TimeLog.TYPE,
            Expense.TYPE,
            Alert.TYPE,
            ChecklistItem.TYPE,
            Attachment.TYPE,
            RelatedItem.TYPE);

    private Declared() {}

    public static Optional<EntityType> type(String name) {
        return TYPES.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
