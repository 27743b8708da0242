package io.mortise.connector.tck;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.connector.Write;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An honest product that keeps organizations in memory, and the lies that can be built into its lane. */
final class Books implements Connector {
    static final EntityType TYPE = Organization.TYPE;
    private final Map<String, Fields> records = new TreeMap<>();
    private final UnaryOperator<Lane> lie;

    Books(UnaryOperator<Lane> lie) {
        this.lie = lie;
        for (int i = 10; i < 40; i++)
            records.put(
                    "" + i,
                    Fields.with()
                            .set(Organization.NAME, "Company " + i)
                            .set(Organization.DESCRIPTION, "No " + i)
                            .build());
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("books", "Books", Part.PSA, c -> "http://127.0.0.1:9");
    }

    @Override
    public Session open(Connection c) {
        return () -> List.of(lie.apply(honest()));
    }

    private Lane honest() {
        return Lane.of(TYPE).feeds(Feed.sweep(this::page)).fetch(this::show).update(this::update, Organization.NAME);
    }

    Page page(Feed.Query q) throws Fault {
        int from = q.cursor().isStart() ? 0 : number(q.cursor().text());
        List<Observation> all = new ArrayList<>();
        for (String id : records.keySet()) all.add(show(id));
        int to = Math.min(all.size(), from + q.limit());
        return to == all.size() ? Page.last(all.subList(from, to)) : Page.more(all.subList(from, to), "" + to);
    }

    private static int number(String text) throws Fault {
        if (!text.matches("\\d+")) throw Fault.of(Remedy.RESTART, "no such place");
        return Integer.parseInt(text);
    }

    Observation show(String id) throws Fault {
        if (!records.containsKey(id)) throw Fault.of(Remedy.FORGET, "no such record");
        return Observation.of(TYPE, id, records.get(id));
    }

    Observation update(Write w) throws Fault {
        if (!w.fields().mentions(Organization.NAME))
            throw Fault.correct("not here", Map.of(TYPE.fields().get(1), "not here"));
        return put(w.id().orElseThrow(), w.fields().get(Organization.NAME).orElse(""), false);
    }

    Observation put(String id, String name, boolean blanks) throws Fault {
        Fields.Builder after = show(id).fields().but().set(Organization.NAME, name);
        records.put(id, (blanks ? after.clear(Organization.DESCRIPTION) : after).build());
        return show(id);
    }
}
