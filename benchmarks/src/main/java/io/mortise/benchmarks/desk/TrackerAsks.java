package io.mortise.benchmarks.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is asked of Request Tracker's REST 2 API for each act: as near to ours as it comes. */
final class TrackerAsks {
    private static final String API = "/REST/2.0";
    private static final String COLUMNS =
            "fields=Subject,Status,Queue,Priority,Owner,Requestors,Created,LastUpdated,Due" + "&fields%5BQueue%5D=Name";

    private final ObjectMapper json = new ObjectMapper();
    private final Cases cases;
    private final Drawer drawer;

    TrackerAsks(Cases cases, Drawer drawer) {
        this.cases = cases;
        this.drawer = drawer;
    }

    List<Ask> of(Act act, int turn) {
        return switch (act) {
            case LIST -> List.of(list("id > 0", "LastUpdated", 50));
            case FILTER ->
                List.of(list(
                        "Queue = '" + Cases.QUEUES.get(turn % Cases.QUEUES.size()) + "' AND Status = '"
                                + Case.Stage.open(turn).tracker() + "'",
                        "LastUpdated",
                        50));
            case SEARCH -> List.of(list("Content LIKE '" + Cases.search(turn) + "'", "LastUpdated", 50));
            case OPEN -> opened(drawer.any(turn));
            case CREATE -> List.of(post("/ticket", ticket(cases.fresh(turn))));
            case NOTE ->
                List.of(post(
                        "/ticket/" + drawer.open(turn).id() + "/correspond",
                        Map.of("Content", Cases.note(turn), "ContentType", "text/plain")));
        };
    }

    private static Ask list(String query, String by, int most) {
        return Ask.get(API + "/tickets?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&orderby=" + by
                + "&order=DESC&per_page=" + most + "&" + COLUMNS);
    }

    /** The ticket, what happened to it, its texts and files, and its contact's other tickets; it knows no alerts. */
    private static List<Ask> opened(Known known) {
        String ticket = API + "/ticket/" + known.id();
        String theirs = "Requestor.EmailAddress = '"
                + Cases.contact(known.what().contact()).mail() + "' AND Status = ";
        return List.of(
                Ask.get(ticket),
                Ask.get(ticket + "/history?per_page=50&fields=Type,Creator,Created,Field,OldValue,NewValue,Data"),
                Ask.get(ticket + "/attachments?per_page=50&fields=TransactionId,Filename,ContentType,Content,Created"),
                list(theirs + "'__Active__'", "Created", 5),
                list(theirs + "'__Inactive__'", "Resolved", 5));
    }

    private static Map<String, ?> ticket(Case one) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("Queue", one.queue());
        wish.put("Subject", one.title());
        wish.put("Content", one.text());
        wish.put("ContentType", "text/plain");
        wish.put("Requestor", Cases.contact(one.contact()).mail());
        wish.put("Owner", Cases.staff(one.assignee()).mail());
        wish.put("Status", one.stage().tracker());
        wish.put("Priority", one.priority());
        return wish;
    }

    private Ask post(String path, Map<String, ?> wish) {
        return Ask.post(API + path, json.valueToTree(wish).toString(), Map.of(), 201);
    }
}
