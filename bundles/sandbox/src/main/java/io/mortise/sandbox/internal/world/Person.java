package io.mortise.sandbox.internal.world;

/**
 * Somebody at a company.
 *
 * @param nickname how IT Glue calls them; mostly the first name
 * @param phone ten digits, or empty
 * @param site index of the company's site
 */
public record Person(
        String firstName,
        String nickname,
        String lastName,
        String title,
        String email,
        String secondEmail,
        String phone,
        String mobile,
        boolean important,
        int site,
        boolean inItGlue,
        boolean inBms) {}
