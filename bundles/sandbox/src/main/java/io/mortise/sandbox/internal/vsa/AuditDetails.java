package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.http.Request;
import io.mortise.sandbox.internal.http.Response;
import io.mortise.sandbox.internal.http.Router;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an audit finds beyond its summary. Drawn from the agent's facts; where no field names are known, nothing is found. */
final class AuditDetails {
    private static final List<String> AUDITS = List.of("baseline", "latest", "sysinfo");

    private final Store store;
    private final Agents agents;

    AuditDetails(Store store, Agents agents) {
        this.store = store;
        this.agents = agents;
    }

    void addTo(Router routes, String base) {
        String audit = base + "/assetmgmt/audit/{agentId}";
        add(routes, audit + "/hardware/pcianddisk", AuditDetails::parts);
        add(routes, audit + "/hardware/printers", agent -> Stream.of(printer()));
        add(routes, audit + "/software/installedapplications", agent -> Software.installed(agent).stream());
        add(routes, audit + "/software/addremoveprograms", agent -> Software.removable(agent).stream());
        add(routes, audit + "/software/licenses", agent -> Stream.of(Software.license(agent)));
        add(routes, audit + "/software/securityproducts", agent -> Stream.of(Software.security()));
        add(routes, audit + "/useraccounts", AuditDetails::accounts);
        for (String unknown : List.of(
                "/hardware/diskpartitions", "/hardware/diskshares", "/software/startupapps", "/groups", "/members")) {
            add(routes, audit + unknown, agent -> Stream.empty());
        }
        for (String what : List.of("runnow", "schedule")) {
            routes.write("PUT", base + "/assetmgmt/audit/{audit}/{agentId}/" + what, Refusal.answered(this::run));
        }
    }

    private void add(Router routes, String path, Function<Row, Stream<ObjectNode>> found) {
        routes.read(path, Refusal.answered(r -> Pages.of(r, found.apply(agents.agent(r)))));
    }

    private static Stream<ObjectNode> parts(Row agent) {
        ObjectNode disk = Json.object().put("TypeId", 1).put("TypeName", "Disk Drive");
        disk.put("Vendor", "Samsung").put("Product", "MZVL2512HCJQ").put("Note", agent.text("TotalSize") + " MB");
        ObjectNode card = Json.object().put("TypeId", 2).put("TypeName", "Network Controller");
        card.put("Vendor", "Intel Corporation").put("Product", "Ethernet Connection I219-LM");
        return Stream.of(disk, card.put("Note", agent.text("MacAddress")));
    }

    private static ObjectNode printer() {
        ObjectNode printer = Json.object().put("PrinterName", "Microsoft Print to PDF");
        return printer.put("Port", "PORTPROMPT:").put("Model", "Microsoft Print To PDF");
    }

    private static Stream<ObjectNode> accounts(Row agent) {
        Stream<ObjectNode> builtIn = Stream.of(account("Administrator", "", true), account("Guest", "", true));
        String login = agent.text("LastLoggedInUser");
        return login.isEmpty()
                ? builtIn
                : Stream.concat(builtIn, Stream.of(account(login, agent.text("Contact"), false)));
    }

    private static ObjectNode account(String login, String name, boolean disabled) {
        ObjectNode account =
                Json.object().put("LogonName", login).put("FullName", name).put("Description", "");
        account.put("IsDisabled", disabled).put("IsLockedOut", false).put("IsPasswordRequired", true);
        return account.put("IsPasswordExpired", false).put("IsPasswordChangeable", true);
    }

    /** An audit touches its agent. */
    private Response run(Request request) {
        if (!AUDITS.contains(request.var("audit"))) {
            throw Refusal.unknown("Audit");
        }
        store.update("agents", agents.agent(request), Json.object());
        return Response.empty(204);
    }
}
