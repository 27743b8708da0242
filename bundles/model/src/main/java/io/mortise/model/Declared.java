package io.mortise.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Is it of that type, or may it lie below one, in one step or several? */
    public static boolean mayLieIn(EntityType type, EntityType above) {
        return mayLieIn(type, above, TYPES.size());
    }

    /** Does each of that type lie in one of the other, in one step? */
    public static boolean liesOnlyIn(EntityType type, EntityType above) {
        return type.within()
                .filter(within -> within.targets().equals(Set.of(above.name())))
                .isPresent();
    }

    private static boolean mayLieIn(EntityType type, EntityType above, int steps) {
        if (type.equals(above)) return true;
        if (steps == 0 || type.within().isEmpty()) return false;
        return type.within().get().targets().stream()
                .flatMap(target -> type(target).stream())
                .anyMatch(target -> mayLieIn(target, above, steps - 1));
    }
}
