package io.mortise.sync.internal.swarm;

import io.mortise.connector.Fault;
import io.mortise.sync.internal.swarm.World.Call;
import java.util.ArrayList;
import java.util.List;

/** Requests with an effect: an answer can be lost, before or after the effect, or the effect can come late. */
final class Effects {
    private final World world;
    private final List<Runnable> underWay = new ArrayList<>();

    Effects(World world) {
        this.world = world;
    }

    <R> R send(Call<R> effect) throws Fault {
        Faulty faulty = world.faulty;
        double dice = world.calm ? 1 : world.random.nextDouble();
        if (dice < faulty.lostBefore) throw Fault.of(Fault.Remedy.LOOK, "no answer");
        if (dice < faulty.lostBefore + faulty.zombie) {
            long lands = world.clock.millis() + world.random.nextInt((int) SimRemote.SETTLES.toMillis() - 6000);
            underWay.add(() -> land(lands, effect));
            throw Fault.of(Fault.Remedy.LOOK, "no answer");
        }
        R answer = effect.now();
        if (dice < faulty.lostBefore + faulty.zombie + faulty.lostAfter) throw unreadable();
        return answer;
    }

    /** It has happened; what comes back is silence, or nonsense that trips the connector. */
    private Fault unreadable() {
        boolean nonsense = world.random.nextInt(4) == 0;
        return nonsense ? Fault.of(Fault.Remedy.REPORT, "nonsense") : Fault.of(Fault.Remedy.LOOK, "no answer");
    }

    private <R> void land(long at, Call<R> effect) {
        if (world.clock.millis() < at) {
            underWay.add(() -> land(at, effect));
            return;
        }
        try {
            effect.now();
        } catch (Fault late) {
            world.clock.pass(0); // the vendor refused it; nobody is there to be told
        }
    }

    /** Lets those happen whose time has come. */
    void land() {
        List<Runnable> due = List.copyOf(underWay);
        underWay.clear();
        due.forEach(Runnable::run);
    }
}
