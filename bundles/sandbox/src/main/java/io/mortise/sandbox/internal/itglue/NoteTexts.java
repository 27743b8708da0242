package io.mortise.sandbox.internal.itglue;

import io.mortise.sandbox.internal.world.Company;
import io.mortise.sandbox.internal.world.Site;
import java.util.List;

/** What documenters jot down about customers, people, places and machines; about many, nothing. */
final class NoteTexts {
    private static final List<String> PEOPLE = List.of(
            "<p>Prefers to be called <b>before</b> ten.</p>",
            "<p>Speaks for the whole front office.</p><p>Don't leave voicemail: it is never heard.</p>",
            "<p>Works from home on Fridays.</p>");
    private static final List<String> PLACES = List.of(
            "<p>Keys at the reception. The server room is behind the kitchen.</p>",
            "<p>Parking in the yard only; ring twice.</p>");
    private static final List<String> MACHINES = List.of(
            "<p>Fan replaced once. Listen for it.</p>",
            "<ul><li>Runs the label printer</li><li>Never restart during the day</li></ul>",
            "<p>Local administrator differs from the standard: see the embedded password.</p>",
            "<p>Screen has a crack at the lower left.</p>");
    private static final int OF_PEOPLE = 5;
    private static final int OF_PLACES = 3;
    private static final int OF_MACHINES = 6;

    private NoteTexts() {}

    /** @param entered how many records were entered before: the same world has the same notes */
    static String person(int entered) {
        return some(PEOPLE, entered, OF_PEOPLE);
    }

    static String place(int entered) {
        return some(PLACES, entered, OF_PLACES);
    }

    static String machine(int entered) {
        return some(MACHINES, entered, OF_MACHINES);
    }

    private static String some(List<String> texts, int entered, int every) {
        return entered % every == 0 ? texts.get(entered / every % texts.size()) : null;
    }

    /** Too long for a list, short, or none. */
    static String company(Company company, int entered) {
        Site main = company.sites().get(0);
        String name = "<p><b>" + company.name().replace("&", "&amp;") + "</b>: ";
        return switch (entered % 3) {
            case 0 ->
                name
                        + "office hours Monday to Friday, 8:00 to 17:00. "
                        + "Ask for the office manager before any restart of the file server.</p>"
                        + "<ul><li>Backups run nightly at 22:30 to the appliance in "
                        + main.city()
                        + "</li><li>After-hours work needs written approval</li>"
                        + "<li>Alarm code is in the password vault</li></ul>";
            case 1 -> name + "pays by the hour; confirm anything over two.</p>";
            default -> null;
        };
    }
}
