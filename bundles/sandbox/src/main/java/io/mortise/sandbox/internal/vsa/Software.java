package io.mortise.sandbox.internal.vsa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import java.util.ArrayList;
import java.util.List;

/** The software that an audit finds on a machine. */
final class Software {
    private static final List<String[]> EVERYWHERE = List.of(
            new String[] {"chrome.exe", "Google Chrome", "128.0.6613.120", "Google LLC"},
            new String[] {"winword.exe", "Microsoft 365 Apps", "16.0.17830.20166", "Microsoft Corporation"},
            new String[] {"acrord32.exe", "Adobe Acrobat Reader", "24.002.21005", "Adobe Systems Incorporated"});
    private static final String[] SERVER = {
        "sqlservr.exe", "Microsoft SQL Server", "16.0.4135.4", "Microsoft Corporation"
    };

    private Software() {}

    private static List<String[]> on(Row agent) {
        List<String[]> found = new ArrayList<>(EVERYWHERE);
        if (agent.text("OSType").contains("Server")) {
            found.add(SERVER);
        }
        return found;
    }

    static List<ObjectNode> installed(Row agent) {
        List<ObjectNode> all = new ArrayList<>();
        for (String[] facts : on(agent)) {
            ObjectNode one = Json.object().put("ApplicationName", facts[0]).put("Description", facts[1]);
            one.put("Version", facts[2]).put("Manufacturer", facts[3]).put("ProductName", facts[1]);
            one.put("DirectoryPath", "C:\\Program Files\\" + facts[1]).put("Size", 3_412_480);
            all.add(one.put("LastModifiedDate", agent.createdAt().toString()));
        }
        return all;
    }

    static List<ObjectNode> removable(Row agent) {
        return on(agent).stream()
                .map(facts -> Json.object()
                        .put("DisplayName", facts[1])
                        .put("UninstallString", "C:\\Program Files\\" + facts[1] + "\\uninstall.exe"))
                .toList();
    }

    static ObjectNode license(Row agent) {
        ObjectNode license = Json.object().put("Publisher", "Microsoft Corporation");
        license.put("ProductName", agent.text("OperatingSystem"))
                .put("ProductKey", "")
                .put("LicenseCode", "");
        return license.put("Version", agent.text("OSVersion"))
                .put("InstallationDate", agent.createdAt().toString());
    }

    static ObjectNode security() {
        ObjectNode product = Json.object().put("ProductType", "Antivirus").put("ProductName", "Windows Defender");
        product.put("Manufacturer", "Microsoft Corporation").put("Version", "4.18.24080.9");
        return product.put("IsActive", true).put("IsUpToDate", true);
    }
}
