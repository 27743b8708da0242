package io.mortise.sandbox.internal.itglue;

import java.util.List;
import java.util.Set;

/**
 * What IT Glue documents about one resource; all names in kebab-case.
 *
 * @param type the resource type, also the name of its table
 * @param attributes what an answer shows, in order
 * @param required what a create needs
 * @param writable what a create or update may set
 * @param whenSynced what an update may still set on a record that IT Glue's own PSA sync holds
 * @param ofOrganization whether it also lives at the path below an organization
 * @param deletable whether it has the bulk delete
 */
record Spec(
        String type,
        List<String> attributes,
        List<String> required,
        Set<String> writable,
        Set<String> whenSynced,
        Set<String> filters,
        Set<String> sorts,
        Set<String> includes,
        boolean ofOrganization,
        boolean deletable) {

    /** The name as paths spell it. */
    String path() {
        return type.replace('-', '_');
    }

    boolean readOnly() {
        return writable.isEmpty();
    }

    /** What a person can set in the web application, and what a row can hold. */
    Set<String> stored() {
        Set<String> stored = new java.util.LinkedHashSet<>(writable);
        for (String attribute : attributes) {
            if (!Attributes.derived(attribute)) {
                stored.add(attribute);
            }
        }
        stored.addAll(Set.of("psa-id", "psa-type", "rmm-id", "rmm-type"));
        return stored;
    }
}
