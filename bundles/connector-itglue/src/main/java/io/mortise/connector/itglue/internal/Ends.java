package io.mortise.connector.itglue.internal;

import io.mortise.model.ChecklistTemplate;
import io.mortise.model.Configuration;
import io.mortise.model.Contact;
import io.mortise.model.DocumentationItem;
import io.mortise.model.EntityType;
import io.mortise.model.Location;
import io.mortise.model.Organization;
import io.mortise.model.Password;
import io.mortise.model.Ref;
import io.mortise.model.User;
import java.util.Map;
import java.util.Optional;

/** The two spellings of what a link leads to: {@code flexible_asset} where it is read, {@code Flexible Asset} where it is written. */
final class Ends {
    private static final Map<String, EntityType> READ = Map.of(
            "configuration", Configuration.TYPE,
            "contact", Contact.TYPE,
            "location", Location.TYPE,
            "password", Password.TYPE,
            "organization", Organization.TYPE,
            "checklist_template", ChecklistTemplate.TYPE,
            "user", User.TYPE,
            "document", DocumentationItem.TYPE,
            "flexible_asset", DocumentationItem.TYPE);
    private static final Map<String, String> WRITTEN = Map.of(
            "configuration", "Configuration",
            "contact", "Contact",
            "location", "Location",
            "password", "Password",
            "organization", "Organization",
            "checklistTemplate", "Checklist Template",
            "user", "User");
    private static final Map<String, String> DOCUMENTATION =
            Map.of("document", "Document", "flexible_asset", "Flexible Asset");

    private Ends() {}

    /** @return empty for what isn't known here */
    static Optional<Ref> ref(String assetType, String id) {
        EntityType type = READ.get(assetType.replace('-', '_'));
        if (type == null) return Optional.empty();
        return Optional.of(Ref.to(type, type.equals(DocumentationItem.TYPE) ? assetType + "/" + id : id));
    }

    static String written(Ref end) {
        String kind = end.id().split("/", 2)[0];
        return DOCUMENTATION.getOrDefault(kind, WRITTEN.getOrDefault(end.type(), ""));
    }

    /** As text: numbers are refused. */
    static String id(Ref end) {
        return end.id().substring(end.id().indexOf('/') + 1);
    }
}
