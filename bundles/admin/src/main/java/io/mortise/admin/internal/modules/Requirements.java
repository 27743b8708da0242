package io.mortise.admin.internal.modules;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** What a bundle asks for that nobody declares. The framework itself looks at packages and bundles, not at services. */
final class Requirements {
    private static final String SERVICE = "osgi.service";

    private final Bundles bundles;

    Requirements(Bundles bundles) {
        this.bundles = bundles;
    }

    /** @param without a bundle whose offers don't count, because this one takes its place; may be the same */
    List<String> missing(Bundle bundle, Bundle without) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) return List.of();
        return revision.getDeclaredRequirements(null).stream()
                .filter(Requirements::mandatory)
                .filter(need -> offers(bundle, without).noneMatch(offer -> matches(need, offer)))
                .filter(need -> !registered(need, without))
                .map(need -> Words.missing(need.getNamespace(), filterOf(need)))
                .distinct()
                .toList();
    }

    private Stream<BundleCapability> offers(Bundle bundle, Bundle without) {
        return bundles.all().stream()
                .filter(other -> other == bundle || other != without)
                .map(other -> other.adapt(BundleRevision.class))
                .filter(revision -> revision != null)
                .flatMap(revision -> revision.getDeclaredCapabilities(null).stream());
    }

    private static boolean mandatory(BundleRequirement need) {
        String resolution = need.getDirectives().getOrDefault("resolution", "mandatory");
        String effective = need.getDirectives().getOrDefault("effective", "resolve");
        return resolution.equals("mandatory")
                && (effective.equals("resolve") || need.getNamespace().equals(SERVICE));
    }

    private static boolean matches(BundleRequirement need, BundleCapability offer) {
        if (!need.getNamespace().equals(offer.getNamespace())) return false;
        if (!need.getNamespace().equals(SERVICE)) return need.matches(offer);
        String filter = filterOf(need);
        return filter.isEmpty() || filter(filter).matches(offer.getAttributes());
    }

    /** The framework's own services aren't declared anywhere. */
    private boolean registered(BundleRequirement need, Bundle without) {
        if (!need.getNamespace().equals(SERVICE)) return false;
        try {
            ServiceReference<?>[] found = bundles.context().getAllServiceReferences(null, filterOf(need));
            return found != null && Stream.of(found).anyMatch(service -> service.getBundle() != without);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String filterOf(BundleRequirement need) {
        return need.getDirectives().getOrDefault("filter", "");
    }

    private static Filter filter(String text) {
        try {
            return FrameworkUtil.createFilter(text);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
