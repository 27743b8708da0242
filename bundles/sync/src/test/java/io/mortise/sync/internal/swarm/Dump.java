package io.mortise.sync.internal.swarm;

import io.mortise.store.LinkQuery;

/** {@code java … Dump SEED NAME}: what a failing history left behind about one thing. */
final class Dump {
    private Dump() {}

    public static void main(String[] args) {
        History history = new History(Long.parseLong(args[0]));
        System.out.println(history.run(150));
        World world = history.world;
        for (Vendor v : world.vendors) {
            System.out.println(v.name + " ifMatch=" + v.habits.ifMatch + " idem=" + v.habits.idempotent + " finds="
                    + v.habits.finds + " shouts=" + v.habits.shouts + "/" + v.habits.declaresIt + " listLag="
                    + v.habits.listLag + " searchLag=" + v.habits.searchLag + " tick=" + v.habits.tick);
            for (Vendor.Item i : v.items.values())
                if (args.length < 2 || args[1].equals(i.values.get("name")))
                    System.out.println("  " + i.id + " by " + i.madeBy + " at " + i.madeAt / 1000 + " rev " + i.revision
                            + " deleted " + (i.deleted ? i.deletedAt / 1000 : "-") + " " + i.values);
        }
        world.store.read(s -> {
            for (var row : s.rows(io.mortise.store.Query.all("thing", 1000).alsoInactive()))
                if (args.length < 2 || args[1].equals(row.title())) {
                    System.out.println(row);
                    s.links(row.ref()).forEach(System.out::println);
                    s.journal(row.ref(), "", 100).forEach(e -> System.out.println("    " + e));
                }
            s.links(LinkQuery.of("", "thing", io.mortise.store.Link.State.FOUND), "", 1000)
                    .forEach(l -> System.out.println("FOUND " + l));
            return null;
        });
    }
}
