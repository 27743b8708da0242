package io.mortise.admin.internal.modules;

import io.mortise.api.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The parts of bundles as Declarative Services sees them. */
final class Components {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServiceComponentRuntime runtime;

    Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** Waits a while for what the manifest promises. */
    void await(Bundle bundle) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> troubles = troubles(bundle);
        while (!troubles.isEmpty() && System.nanoTime() < end) {
            pause();
            troubles = troubles(bundle);
        }
        if (!troubles.isEmpty()) throw new IllegalStateException(String.join(" ", troubles));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Reason.UNAVAILABLE, "Mortise is being stopped. Try again when it runs again.");
        }
    }

    /** In plain words, which of a started bundle's parts don't work and why. */
    List<String> troubles(Bundle bundle) {
        Collection<ComponentDescriptionDTO> parts = runtime.getComponentDescriptionDTOs(bundle);
        List<String> troubles = new ArrayList<>();
        long promised = promised(bundle);
        if (parts.size() < promised)
            troubles.add("It promises " + promised + " parts, but only " + parts.size() + " of them can be read.");
        parts.stream().flatMap(this::troubles).forEach(troubles::add);
        return troubles;
    }

    private static long promised(Bundle bundle) {
        String header = bundle.getHeaders("").get("Service-Component");
        return header == null
                ? 0
                : Stream.of(header.split(","))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty() && !path.contains("*"))
                        .distinct()
                        .count();
    }

    private Stream<String> troubles(ComponentDescriptionDTO part) {
        if (!runtime.isComponentEnabled(part)) return Stream.empty();
        Collection<ComponentConfigurationDTO> live = runtime.getComponentConfigurationDTOs(part);
        return live.isEmpty() && !part.configurationPolicy.equals("require")
                ? Stream.of(part.name + " isn't there.")
                : live.stream().flatMap(one -> troubles(part, one));
    }

    private static Stream<String> troubles(ComponentDescriptionDTO part, ComponentConfigurationDTO live) {
        return switch (live.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Stream.of(live.unsatisfiedReferences)
                        .map(reference -> part.name + " waits for " + wanted(part, reference.name) + ".");
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> Stream.of(part.name + " fails: " + firstLine(live));
            default -> Stream.empty();
        };
    }

    private static String wanted(ComponentDescriptionDTO part, String reference) {
        return Stream.of(part.references)
                .filter(one -> one.name.equals(reference))
                .map(one -> "the service " + one.interfaceName)
                .findFirst()
                .orElse(reference);
    }

    private static String firstLine(ComponentConfigurationDTO live) {
        return live.failure == null
                ? "no reason is given"
                : live.failure.lines().findFirst().orElse("");
    }
}
