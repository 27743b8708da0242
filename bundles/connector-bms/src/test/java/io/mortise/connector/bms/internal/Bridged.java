package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.tck.Routed;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.ChecklistTemplate;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Note;
import io.mortise.model.Organization;
import io.mortise.model.Password;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import java.util.Optional;

/**
 * What the simulated BMS hands through of its IT Glue.
 *
 * @param organization an organization of IT Glue
 */
record Bridged(Tenant tenant, String organization) implements Routed {
    @Override
    public String product() {
        return "itglue";
    }

    @Override
    public Optional<String> id(EntityType type) throws Fault {
        return switch (type.name()) {
            case "note" -> Optional.of("organizations/" + organization);
            case "password" -> Optional.of(first(Password.TYPE).ref().id());
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Ref> above(EntityType type) throws Fault {
        return switch (type.name()) {
            case "checklistItem" -> Optional.of(first(ChecklistTemplate.TYPE).ref());
            default -> Optional.of(account(type));
        };
    }

    @Override
    public Fields edit(EntityType type) {
        return Fields.of(Note.TEXT, new RichText("<p>By way of BMS</p>"));
    }

    private Observation first(EntityType type) throws Fault {
        return lane(type).below().orElseThrow().of(account(type)).get(0);
    }

    private Lane lane(EntityType type) throws Fault {
        return tenant.session().routes(product()).stream()
                .filter(lane -> lane.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** One for which there is something. */
    private Ref account(EntityType type) throws Fault {
        for (Observation account : tenant.all(Organization.TYPE))
            if (!lane(type).below().orElseThrow().of(account.ref()).isEmpty()) return account.ref();
        throw new AssertionError("No account has any " + type);
    }
}
