package io.mortise.connector.bms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Write;
import io.mortise.connector.tck.Desk;
import io.mortise.connector.tck.Tenant;
import io.mortise.model.Choice;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Lookup;
import io.mortise.model.Note;
import io.mortise.model.RichText;
import io.mortise.model.Ticket;
import io.mortise.sandbox.Sandbox;
import io.mortise.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** BMS's lists entry by entry, the tenant's own fields, and what BMS hands through of IT Glue. */
class BmsListsTest {
    private Sandbox sandbox;
    private Desk desk;
    private Tenant tenant;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.inMemory().withScale(0.1).withSpeed(100_000));
        desk = Desk.at(sandbox.bms());
        tenant = signedIn("api", "sandbox", "");
    }

    private Tenant signedIn(String user, String password, String closed) throws Fault {
        Map<String, String> settings = new HashMap<>(Map.of("url", sandbox.bms().toString(), "tenant", "Sandbox"));
        settings.putAll(Map.of("user", user, "password", password, "closed", closed));
        return Tenant.open(new BmsConnector(), settings);
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    private static List<Observation> list(Tenant tenant, String list) throws Fault {
        return tenant.all(Lookup.TYPE).stream()
                .filter(seen -> seen.fields().get(Lookup.LIST).equals(Optional.of(list)))
                .toList();
    }

    private static List<String> labels(List<Observation> entries) {
        return entries.stream()
                .map(seen -> seen.fields().get(Lookup.LABEL).orElseThrow())
                .toList();
    }

    private Fields entry(String list, String label) throws Fault {
        return list(tenant, list).stream()
                .map(Observation::fields)
                .filter(fields -> fields.get(Lookup.LABEL).equals(Optional.of(label)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void f093_everyListOfTheServiceDeskIsThere() throws Fault {
        for (String list : List.of(
                "ticketStatus",
                "ticketPriority",
                "queue",
                "issueType",
                "subIssueType",
                "workType",
                "role",
                "sla",
                "organizationType",
                "expenseType",
                "psaRole",
                "ticketField",
                "ticketFieldOption")) assertThat(list(tenant, list)).as(list).isNotEmpty();
        assertThat(labels(list(tenant, "ticketPriority"))).containsExactly("Critical", "High", "Medium", "Low");
        assertThat(entry("ticketPriority", "Medium").get(Lookup.DEFAULT)).contains(true);
        assertThat(entry("organizationType", "Vendor").get(Lookup.FLAGS)).contains(Set.of("vendor"));
        assertThat(entry("subIssueType", "Phishing").get(Lookup.PARENT).map(Choice::label))
                .contains("Email");
        assertThat(entry("ticketFieldOption", "One site").get(Lookup.PARENT).map(Choice::label))
                .contains("Impact");
    }

    @Test
    void f093_aStatusHasItsPlaceItsColoursAndWhetherItMayBeChosen() throws Fault {
        Fields waiting = entry("ticketStatus", "Waiting Customer");
        assertThat(waiting.get(Lookup.ORDER)).contains(4L);
        assertThat(waiting.get(Lookup.COLOR)).contains("#fbc02d");
        assertThat(waiting.get(Lookup.FORE_COLOR)).contains("#000000");
        assertThat(waiting.get(EntityType.ACTIVE)).contains(true);
        assertThat(entry("ticketStatus", "Parked").get(EntityType.ACTIVE)).contains(false);
        Observation seen = list(tenant, "ticketStatus").stream()
                .filter(one -> one.fields().get(Lookup.LABEL).equals(Optional.of("Waiting Customer")))
                .findFirst()
                .orElseThrow();
        String id = seen.ref().id().replaceFirst(".*/", "");
        desk.send("PATCH", "/_sandbox/records/statuses/" + id, "{\"isActive\":false}");
        assertThat(tenant.fetch(Lookup.TYPE, seen.ref().id()).fields().get(EntityType.ACTIVE))
                .contains(false);
    }

    @Test
    void f093_whatClosesATicketIsSaidByAnAdmin() throws Fault {
        assertThat(closed(tenant)).containsExactlyInAnyOrder("Completed", "Closed - No Response");
        assertThat(closed(signedIn("api", "sandbox", " waiting v , COMPLETED")))
                .containsExactlyInAnyOrder("Completed", "Waiting Vendor");
    }

    private static List<String> closed(Tenant tenant) throws Fault {
        return labels(list(tenant, "ticketStatus").stream()
                .filter(seen -> seen.fields().get(Lookup.CLOSED).orElseThrow())
                .toList());
    }

    private void fault(String json) {
        desk.send("POST", "/_sandbox/faults", json.replace('\'', '"'));
    }

    private String code(String field) throws Fault {
        return entry("ticketField", field).get(Lookup.CODE).orElseThrow();
    }

    private Map<String, Object> custom(String ticket) throws Fault {
        return tenant.fetch(Ticket.TYPE, ticket)
                .fields()
                .get(Ticket.CUSTOM_FIELDS)
                .orElse(Map.of());
    }

    private String open() throws Fault {
        return tenant.all(Ticket.TYPE).stream()
                .filter(seen -> seen.fields().get(Ticket.COMPLETED_AT).isEmpty())
                .findFirst()
                .orElseThrow()
                .ref()
                .id();
    }

    private void write(String ticket, Map<String, Object> values) throws Fault {
        Observation answer = tenant.update(Ticket.TYPE, ticket, Fields.of(Ticket.CUSTOM_FIELDS, values));
        assertThat(answer.isHint()).isTrue();
    }

    @Test
    void f093_fieldsOfTheTenantsOwnAreWrittenAndCleared() throws Fault {
        String ticket = open();
        Map<String, Object> values = Map.of(code("PO Number"), "PO-1", code("Impact"), "One site");
        write(ticket, values);
        assertThat(custom(ticket)).isEqualTo(values);
        write(ticket, Map.of(code("PO Number"), "PO-1"));
        assertThat(custom(ticket)).isEqualTo(Map.of(code("PO Number"), "PO-1"));
        write(ticket, Map.of());
        assertThat(custom(ticket)).isEmpty();
    }

    @Test
    void f093_aFieldThatSomebodyHasChangedThereMeanwhileStaysWhatItIs() throws Fault {
        String ticket = open();
        String po = code("PO Number");
        String impact = code("Impact");
        write(ticket, Map.of(po, "PO-1", impact, "One site"));
        Fields seen = tenant.fetch(Ticket.TYPE, ticket).fields();
        write(ticket, Map.of(po, "PO-1", impact, "One user")); // somebody, in BMS
        change(ticket, seen, Map.of(po, "PO-2", impact, "One site"));
        assertThat(custom(ticket)).isEqualTo(Map.of(po, "PO-2", impact, "One user"));
        change(ticket, Fields.of(Ticket.CUSTOM_FIELDS, Map.of(po, "PO-2")), Map.of());
        assertThat(custom(ticket)).isEqualTo(Map.of(impact, "One user"));
    }

    private void change(String ticket, Fields seen, Map<String, Object> wanted) throws Fault {
        Fields values = Fields.of(Ticket.CUSTOM_FIELDS, wanted);
        tenant.lane(Ticket.TYPE)
                .update()
                .orElseThrow()
                .of(new Write(
                        Optional.of(ticket),
                        values,
                        Optional.empty(),
                        "key",
                        Optional.empty(),
                        seen,
                        Optional.empty()));
    }

    @Test
    void f093_anOptionThatIsNoneAndAFieldThatIsNoneAreRefused() throws Fault {
        String ticket = open();
        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(Map.of(code("Impact"), "Nobody"), Map.of("x.bms.1", "a"))) {
            Fault fault = catchThrowableOfType(Fault.class, () -> write(ticket, wrong));
            assertThat(fault.remedy()).isEqualTo(Remedy.CORRECT);
        }
        assertThat(custom(ticket)).doesNotContainKey("x.bms.1");
    }

    @Test
    void aCutAnswerDoesntLookAsIfAFieldHadBeenCleared() throws Fault {
        String ticket = open();
        Map<String, Object> values = Map.of(code("PO Number"), "PO-2", code("Impact"), "One user");
        write(ticket, values);
        fault("{'kind':'truncated-page','mode':'rows','every':1,'times':1,'path':'.*/customFields/22/.*'}");
        assertThat(custom(ticket)).isEqualTo(values);
    }

    @Test
    void f111_whoIsNotConnectedWithItGlueGetsNothingHandedThrough() throws Fault {
        Tenant unconnected = signedIn("unconnected", "sandbox", "");
        for (var lane : unconnected.session().routes("itglue")) {
            if (lane.fetch().isEmpty()) continue;
            Fault fault =
                    catchThrowableOfType(Fault.class, () -> lane.fetch().get().of("organizations/1"));
            assertThat(fault.remedy()).isEqualTo(Remedy.ASK_ADMIN);
        }
    }

    @Test
    void f118_aNoteHandedThroughIsItGluesOwn() throws Fault {
        String id = new Bridged(tenant, organization()).id(Note.TYPE).orElseThrow();
        var notes = tenant.session().routes("itglue").get(0);
        Fields text = Fields.of(Note.TEXT, new RichText("<p>Ring twice</p>"));
        notes.update().orElseThrow().of(save(id, text));
        assertThat(Desk.at(sandbox.itGlue()).send("GET", "/_sandbox/records/" + id, ""))
                .contains("Ring twice");
    }

    private static Write save(String id, Fields fields) {
        return new Write(Optional.of(id), fields, Optional.empty(), "key", Optional.empty(), Optional.empty());
    }

    private String organization() {
        String rows = Desk.at(sandbox.itGlue()).send("GET", "/_sandbox/records/organizations?limit=1", "");
        return rows.replaceFirst("(?s).*?\"id\"\\s*:\\s*\"(\\d+)\".*", "$1");
    }

    @Test
    void aSubIssueTypeIsOneOfItsIssueTypesAndIsWrittenWithIt() throws Fault {
        Lane lane = tenant.lane(Ticket.TYPE);
        var subs = lane.choices(Ticket.SUB_ISSUE_TYPE).orElseThrow();
        List<Choice> all = subs.of(Fields.NONE);
        List<Choice> joined = new ArrayList<>();
        for (Choice issue : lane.choices(Ticket.ISSUE_TYPE).orElseThrow().of(Fields.NONE)) {
            List<Choice> some = subs.of(Fields.of(Ticket.ISSUE_TYPE, issue));
            joined.addAll(some);
            if (some.isEmpty()) continue;
            String ticket = tenant.all(Ticket.TYPE).get(0).ref().id();
            Fields both = Fields.with()
                    .set(Ticket.ISSUE_TYPE, issue)
                    .set(Ticket.SUB_ISSUE_TYPE, some.get(0))
                    .build();
            assertThat(tenant.update(Ticket.TYPE, ticket, both).fields().get(Ticket.SUB_ISSUE_TYPE))
                    .contains(some.get(0));
        }
        assertThat(joined).isNotEmpty().containsExactlyInAnyOrderElementsOf(all);
    }
}
