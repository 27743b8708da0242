package io.mortise.benchmarks.desk;

import java.util.List;

/** What tickets of an MSP are made of. */
final class Vocabulary {
    static final List<String> COMPANIES = List.of(
            "Bakery", "Dental", "Logistics", "Legal", "Clinic", "Foundry", "Brewery", "School", "Optics", "Farm");
    static final List<String> FIRST =
            List.of("Anna", "Ben", "Clara", "David", "Emma", "Felix", "Greta", "Hugo", "Ida", "Jonas", "Karla", "Leo");
    static final List<String> LAST = List.of(
            "Adler", "Brandt", "Conrad", "Dietz", "Engel", "Fuchs", "Graf", "Hahn", "Jung", "Keller", "Lang", "Moser");

    static final List<String> THINGS = List.of(
            "Outlook",
            "VPN client",
            "Printer",
            "Scanner",
            "Teams",
            "OneDrive",
            "Backup job",
            "Firewall",
            "Switch",
            "Telephone",
            "Monitor",
            "Docking station",
            "Keyboard",
            "Laptop",
            "Tablet",
            "Fileserver",
            "Database",
            "Webmail",
            "Antivirus",
            "Certificate",
            "Domain controller",
            "Calendar",
            "Mailbox",
            "Spreadsheet",
            "Accounting",
            "Warehouse software",
            "Wireless",
            "Router",
            "Camera",
            "Projector",
            "Headset",
            "Browser",
            "Password manager",
            "Sharepoint",
            "Terminal server",
            "Tape library",
            "Uninterruptible supply",
            "Badge reader",
            "Payroll",
            "Intranet");

    static final List<String> SYMPTOMS = List.of(
            "asks for the password again and again",
            "is very slow since this morning",
            "shows an error message at startup",
            "does not connect any more",
            "crashes when a document is opened",
            "loses its settings after a restart",
            "reports that the disk is full",
            "cannot be reached from home",
            "freezes several times a day",
            "needs an update before friday",
            "is missing for a new colleague",
            "sends everything twice",
            "does not synchronize folders",
            "makes a strange noise",
            "has to be replaced",
            "denies access to the shared folder",
            "was reported as suspicious",
            "stopped after the last patch",
            "needs more licenses",
            "prints only blank pages");

    static final List<String> DETAILS = List.of(
            "It worked until yesterday evening.",
            "Two colleagues in the same office see it as well.",
            "A restart helped for about ten minutes.",
            "The customer is waiting in front of the counter, so please hurry.",
            "There was a power failure during the weekend.",
            "I have attached nothing, but I can send a screenshot.",
            "Please call me on my mobile, the desk phone is broken.",
            "The message says that the server is not available.",
            "We moved to the second floor last week.",
            "It happens only with large attachments.",
            "The auditor comes on thursday and needs the report.",
            "Our branch in Hamburg has no such trouble.",
            "Somebody from the vendor was here and changed the cable.",
            "The light on the front blinks orange.",
            "I tried another account, with the same result.",
            "Remote support may connect at any time after lunch.",
            "The device is still under warranty.",
            "This is the third time in a month.",
            "Nothing was installed recently as far as I know.",
            "Invoices cannot be written until this is solved.");

    static final List<String> STEPS = List.of(
            "Called the customer, nobody answered.",
            "Replaced the cable and tested the connection.",
            "Cleared the cache and signed in again.",
            "Ordered a spare part, delivery is expected tomorrow.",
            "Restored the folder from last night.",
            "Installed the driver of the vendor.",
            "Raised the quota by ten gigabytes.",
            "Asked the vendor for a new license key.",
            "Checked the event log and found timeouts.",
            "Reset the account and sent the instructions.",
            "Scheduled a visit for the afternoon.",
            "Updated the firmware and rebooted.");

    private Vocabulary() {}
}
