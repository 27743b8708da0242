package io.mortise.sandbox.internal.world;

import java.util.List;

/**
 * A customer of the MSP as it really is, with the name under which each system knows it (null: it is not there).
 *
 * @param kind Own, Customer, Prospect or Vendor
 * @param twiceAtItGlue whether IT Glue holds a second, emptier organization of the same name
 * @param parent index of the parent company in the world, or -1
 */
public record Company(
        String name,
        String itGlueName,
        String bmsName,
        String vsaName,
        String code,
        String domain,
        String business,
        String kind,
        boolean twiceAtItGlue,
        int parent,
        List<Site> sites,
        List<Person> people,
        List<Machine> machines) {}
