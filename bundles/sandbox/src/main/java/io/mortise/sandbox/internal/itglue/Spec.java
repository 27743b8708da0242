package io.mortise.sandbox.internal.itglue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What IT Glue documents about one resource; all names in kebab-case.
 *
 * @param type the resource type, also the name of its table
 * @param path the name as paths spell it
 * @param attributes what an answer shows, in order
 * @param required what a create needs
 * @param writable what a create or update may set
 * @param createOnly what only a create may set
 * @param hidden what a row holds although no list shows it
 * @param whenSynced what an update may still set on a record that IT Glue's own PSA sync holds
 * @param includes what may be included anywhere
 * @param showIncludes what may be included only with one record
 * @param flat what the path of its own offers
 * @param below what the path below each type of parent offers
 * @param userOnly what needs a user's token instead of a key
 */
record Spec(
        String type,
        String path,
        List<String> attributes,
        List<String> required,
        Set<String> writable,
        Set<String> createOnly,
        Set<String> hidden,
        Set<String> whenSynced,
        Set<String> filters,
        Set<String> sorts,
        Set<String> includes,
        Set<String> showIncludes,
        Set<Op> flat,
        Map<String, Set<Op>> below,
        Set<Op> userOnly) {

    /** Whether its records keep their revisions. */
    boolean versioned() {
        return showIncludes.contains("recent-versions");
    }

    Set<String> settable() {
        Set<String> settable = new LinkedHashSet<>(writable);
        settable.addAll(createOnly);
        return settable;
    }

    /** What a person can set in the web application, and what a row can hold. */
    Set<String> stored() {
        Set<String> stored = settable();
        for (String attribute : attributes) {
            if (!Attributes.derived(attribute)) {
                stored.add(attribute);
            }
        }
        stored.addAll(hidden);
        stored.addAll(Set.of("psa-id", "psa-type", "rmm-id", "rmm-type"));
        return stored;
    }
}
