package io.mortise.sandbox.internal.bms;

import java.util.List;
import java.util.Optional;

/** The IT Glue that a BMS tenant is linked with: BMS keeps no copy of what stands there. Safe for many threads. */
public interface Documentation {
    /** A record of IT Glue that a record of BMS is linked with. */
    record Link(String id, String name) {}

    /** @param createdOn and {@code updatedOn} in ISO form */
    record Template(String id, String name, String description, String createdBy, String createdOn, String updatedOn) {}

    record Task(String id, String name, String description, int order) {}

    /** A password or a document that may help. */
    record Resource(
            String id, String type, String url, String name, String organization, String created, String updated) {}

    /** What a signed-in user hands to the browser to call IT Glue with. */
    record Access(String token, String expires, String subdomain, String url) {}

    Optional<Link> organization(String name);

    Optional<Link> contact(String organization, String firstName, String lastName);

    Optional<Link> location(String organization, String name);

    Optional<Link> configuration(String organization, String name, String serial, String mac);

    /** The quick notes of an organization, or empty when there is no such organization. */
    Optional<String> companyNotes(String organization);

    Optional<String> contactNotes(String contact);

    void keepCompanyNotes(String organization, String html);

    void keepContactNotes(String contact, String html);

    /** Those of the organization and those of all. */
    List<Template> templates(String organization);

    /** Empty when there is no such template. */
    Optional<List<Task>> tasks(String template);

    /** Makes a new template of these tasks. */
    Template save(String name, String description, String createdBy, List<Task> tasks);

    Optional<String> password(String id);

    List<Resource> passwords(String organization);

    List<Resource> documents(String organization);

    Access access(String email);
}
