package io.mortise.connector.bms.internal;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.connector.http.Json;
import io.mortise.connector.http.Remembered;
import io.mortise.connector.http.Words;
import io.mortise.model.Choice;
import io.mortise.model.Ref;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** BMS's short lists. */
final class Lists {
    static final String ACCOUNT_TYPES = "/v2/system/accounttypes/lookup";
    static final String BUSINESS_TYPES = "/v2/system/tenantlookup/BusinessType";
    static final String CATEGORIES = "/v2/system/tenantlookup/AssetCategory";
    static final String STATES = "/v2/system/tenantlookup/AssetState";
    static final String MANUFACTURERS = "/v2/system/tenantlookup/Manufacturer";
    static final String EMAIL_TYPES = "/v2/system/lookup/EmailType";
    static final String PHONE_TYPES = "/v2/system/lookup/PhoneType";

    static final String STATUSES = "/v2/system/statuses/lookup";
    static final String PRIORITIES = "/v2/system/priorities/lookup";
    static final String QUEUES = "/v2/system/queues/lookup";
    static final String ISSUE_TYPES = "/v2/system/issuetypes/lookup";
    static final String WORK_TYPES = "/v2/system/worktypes/lookup";
    static final String EXPENSE_TYPES = "/v2/system/expensetypes/lookup";
    static final String SECURITY_ROLES = "/v2/admin/security/roles/lookup";
    static final String SLAS = "/v2/system/slas/lookup";
    /** Where these two are listed isn't published. */
    static final String TICKET_TYPES = "/v2/system/tenantlookup/TicketType";

    static final String TICKET_SOURCES = "/v2/system/lookup/TicketSource";
    static final String NOTE_TYPES = "/v2/system/tenantlookup/NoteType";
    static final String ROLES = "/v2/system/roles/lookup";

    static final String CONTRACTS = "/v2/finance/contracts/lookup";
    static final String SUB_ISSUES = "/v2/system/issuetypes/{issue}/issuesubtypes/lookup";

    private final Remembered<String, List<Json>> known;
    private final Remembered<String, List<Json>> subIssues;
    private final Remembered<String, List<Json>> contracts;

    Lists(Bms bms, Clock clock) {
        this.subIssues = new Remembered<>(clock, issue -> bms.whole(Request.get(SUB_ISSUES, issue)));
        this.contracts = new Remembered<>(
                clock,
                account -> bms.whole(
                        Request.get(CONTRACTS).query("AccountId", account).query("ExcludeExpiredContracts", true)));
        this.known = new Remembered<>(clock, path -> bms.whole(Request.get(path)));
    }

    /** All entries, inactive ones too. */
    List<Json> all(String path) throws Fault {
        return known.get(path);
    }

    List<Choice> choices(String path) throws Fault {
        return choices(known.get(path));
    }

    /** Those of an issue type; of all of them, if none is given. */
    List<Choice> subIssues(Optional<Choice> issue) throws Fault {
        List<Json> all = new ArrayList<>();
        if (issue.isPresent()) all.addAll(subIssues(issue.get().key()));
        else for (Json each : known.get(ISSUE_TYPES)) all.addAll(subIssues(id(each)));
        return choices(all);
    }

    /** @param issue the issue type's id */
    List<Json> subIssues(String issue) throws Fault {
        return subIssues.get(issue);
    }

    /** Those that run, of one account: each has its own. */
    List<Choice> contracts(Optional<Ref> account) throws Fault {
        return account.isPresent() ? choices(contracts.get(account.get().id())) : List.of();
    }

    private static List<Choice> choices(List<Json> entries) {
        return entries.stream()
                .filter(Lists::isActive)
                .map(entry -> new Choice(id(entry), name(entry)))
                .toList();
    }

    /** The entry of this name, letter case and legal forms ("Dell Inc.") apart. */
    Optional<String> named(String path, String name) throws Fault {
        Predicate<Json> wanted = entry -> Words.same(name(entry), name);
        return known.get(path, all -> all.stream().anyMatch(wanted)).stream()
                .filter(wanted)
                .findFirst()
                .map(Lists::id);
    }

    /** The entry of this name, else the list's own default, else its first. */
    Optional<String> namedOrUsual(String path, String name) throws Fault {
        Optional<String> named = name.isBlank() ? Optional.empty() : named(path, name);
        List<Json> active = known.get(path).stream().filter(Lists::isActive).toList();
        return named.or(() -> active.stream()
                        .filter(entry -> entry.at("isDefault").flag())
                        .findFirst()
                        .map(Lists::id))
                .or(() -> active.stream().findFirst().map(Lists::id));
    }

    private static boolean isActive(Json entry) {
        return !entry.has("isActive") || entry.at("isActive").flag();
    }

    private static String id(Json entry) {
        return entry.at("id").text().orElseThrow(); // 0 is an entry like others here: the client portal is a source
    }

    private static String name(Json entry) {
        return entry.at("name").text().orElse("");
    }
}
