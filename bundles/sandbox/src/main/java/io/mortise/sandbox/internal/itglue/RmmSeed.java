package io.mortise.sandbox.internal.itglue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.world.AgentIds;
import io.mortise.sandbox.internal.world.Company;
import io.mortise.sandbox.internal.world.Dice;
import io.mortise.sandbox.internal.world.Machine;
import io.mortise.sandbox.internal.world.World;
import java.util.List;
import java.util.Optional;

/** What the RMM tells of the machines that are documented too. */
final class RmmSeed {
    private static final long GIB = 1L << 30;

    private final Planter planter;
    private final World world;
    private final Dice dice;

    RmmSeed(Planter planter, World world) {
        this.planter = planter;
        this.world = world;
        this.dice = new Dice(world, "rmm");
    }

    void plant() {
        for (int i = 0; i < world.companies().size(); i++) {
            Company company = world.companies().get(i);
            Optional<Row> organization = planter.organizations().stream()
                    .filter(row -> row.text("name").equals(company.itGlueName()))
                    .findFirst();
            if (organization.isPresent()) {
                company(company, i, planter.of("configurations", organization.get()));
            }
        }
    }

    private void company(Company company, int number, List<Row> configurations) {
        for (int i = 0; i < company.machines().size(); i++) {
            Machine machine = company.machines().get(i);
            String agent = AgentIds.agent(number, i);
            if (machine.inVsa() && machine.inItGlue()) {
                configurations.stream()
                        .filter(row -> row.text("name").equalsIgnoreCase(machine.name()))
                        .findFirst()
                        .ifPresent(row -> record(row, machine, agent));
            }
        }
    }

    private void record(Row configuration, Machine machine, String agent) {
        ObjectNode fields = Planter.named(machine.name()).put("hostname", machine.name());
        fields.put("configuration-id", Long.valueOf(configuration.id()));
        fields.put("remote-id", agent).put("remote-type", "kaseya-vsa");
        fields.put("cpu", dice.one(List.of("Intel Core i5-12500", "Intel Core i7-1265U", "AMD Ryzen 5 PRO 6650U")));
        fields.put("device-type", machine.kind()).put("serial-number", machine.serial());
        long size = dice.number(2, 16) * 128 * GIB;
        fields.putArray("disks")
                .addObject()
                .put("name", "C:")
                .put("used", size / 100 * dice.number(15, 92))
                .put("total", size);
        fields.put("external-url", "https://vsa.sandbox.example/app/agents/" + agent);
        fields.set("ip-addresses", Json.array().add(machine.ip()));
        fields.set("mac-addresses", Json.array().add(machine.mac()));
        fields.put("last-reboot", time(dice.number(1, 40))).put("last-seen-online", time(0));
        fields.put("manufacturer-name", machine.maker()).put("manufacturer-model-name", machine.model());
        fields.put("memory-total", dice.one(List.of(8, 16, 32, 64)) * GIB).put("operating-system", machine.os());
        fields.put("ms-office-version", "Microsoft 365 Apps for business");
        int patches = dice.number(40, 160);
        planter.add(
                "rmm-records",
                fields.put("patches-total", patches).put("patches-applied", patches - dice.number(0, 12)));
    }

    private static String time(int daysAgo) {
        return Attributes.time(World.BORN.minusSeconds(daysAgo * 86_400L));
    }
}
