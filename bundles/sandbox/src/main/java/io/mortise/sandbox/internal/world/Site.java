package io.mortise.sandbox.internal.world;

/**
 * A place of a company.
 *
 * @param itGlueStreet the street as IT Glue spells it
 * @param country ISO code
 */
public record Site(
        String name,
        boolean main,
        String street,
        String itGlueStreet,
        String suite,
        String city,
        String region,
        String regionCode,
        String postalCode,
        String country,
        String phone,
        boolean inItGlue) {}
