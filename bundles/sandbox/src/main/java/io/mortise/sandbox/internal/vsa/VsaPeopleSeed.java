package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import io.mortise.sandbox.internal.world.Company;
import io.mortise.sandbox.internal.world.Person;
import io.mortise.sandbox.internal.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Departments and staff of the organizations, scopes, roles and alarms. Draws no dice: what was there before stays as it is. */
final class VsaPeopleSeed {
    private static final int AGENTS_PER_ALARM = 11;
    private static final int MOST_STAFF = 12;
    private static final List<String> SUBJECTS =
            List.of(" is offline", " Monitoring generated Counter ALARM", " is online");

    private final Store store;
    private final World world;

    VsaPeopleSeed(Store store, World world) {
        this.store = store;
        this.world = world;
    }

    void plant() {
        store.define("departments", "70150734000000000000000101");
        store.define("staff", "70150735000000000000000101");
        store.define("scopes", Access.MASTER);
        store.define("roles", Access.MASTER);
        store.define("alarms", "1001");
        for (String made : List.of("messages", "emails", "alerts", "customfields", "customvalues", "agentnotes")) {
            store.define(made, "1");
        }
        add("scopes", Json.object().put("ScopeName", "Master"));
        add("roles", Json.object().put("RoleName", "Master"));
        Map<String, Company> companies = world.companies().stream()
                .filter(company -> company.vsaName() != null)
                .collect(Collectors.toMap(Company::vsaName, company -> company, (first, second) -> first));
        for (Row org : List.copyOf(store.table("orgs").rows())) {
            Company company = companies.get(org.text("OrgName"));
            staff(org, company == null ? List.of() : company.people());
        }
        alarms();
    }

    private Row add(String table, ObjectNode fields) {
        return store.insert(table, fields, World.BORN, World.BORN);
    }

    private void staff(Row org, List<Person> people) {
        ObjectNode fields = Json.object().put("DepartmentName", "root").putNull("ParentDepartmentId");
        fields.putNull("ManagerId").put("OrgId", org.id()).put("DepartmentRef", "root");
        String department = add("departments", fields).id();
        people.stream().limit(MOST_STAFF).forEach(person -> {
            ObjectNode staff = Json.object().put("StaffFullName", person.firstName() + " " + person.lastName());
            staff.put("OrgId", org.id()).put("DepartmentId", department).putNull("SupervisorId");
            staff.put("Title", person.title()).put("Function", "").putNull("UserId");
            staff.putObject("ContactInfo").put("PrimaryPhone", person.phone()).put("PrimaryEmail", person.email());
            add("staff", staff.putNull("Attributes"));
        });
    }

    private void alarms() {
        int number = 0;
        for (Row agent : store.table("agents").rows()) {
            number++;
            if (number % AGENTS_PER_ALARM == 0) {
                alarm(agent, number / AGENTS_PER_ALARM);
            }
        }
    }

    private void alarm(Row agent, int number) {
        String subject = agent.text("ComputerName") + SUBJECTS.get(number % SUBJECTS.size());
        ObjectNode fields = Json.object().put("AgentId", agent.id()).put("AlarmSubject", subject);
        fields.put("MonitorAlarmStateId", number % 4 == 0 ? Guesses.CLOSED_ALARM : Alarms.OPEN);
        Instant at = World.BORN.minus(Duration.ofHours(number * 5L));
        store.insert("alarms", fields.put("Message", subject + ".").put("Notes", ""), at, at);
    }
}
