package io.mortise.connector.tck;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.connector.Write;
import io.mortise.model.Content;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Kind;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An honest product with one customer that keeps files and a combination with each, and lies that can be built in. */
final class Shelf implements Connector {
    static final Field<String> NAME = Field.of("name", Kind.TEXT);
    static final Field<Ref> ON = Field.ref("on", "organization");
    static final Field<Secret> COMBINATION = Field.of("combination", Kind.SECRET);
    static final EntityType TYPE = EntityType.of("file", NAME).within(ON).fields(COMBINATION);
    private static final Ref ACME = Ref.to(Organization.TYPE, "acme");

    final Map<String, byte[]> files = new TreeMap<>(Map.of("1", new byte[] {1, 2, 3}));
    private final Map<String, String> names = new TreeMap<>(Map.of("1", "a file"));
    private final UnaryOperator<Lane> lie;

    Shelf(UnaryOperator<Lane> lie) {
        this.lie = lie;
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("shelf", "Shelf", Part.DOCS, c -> "http://127.0.0.1:9");
    }

    @Override
    public Session open(Connection c) {
        Fields acme = Fields.of(Organization.NAME, "Acme");
        Lane customers = Lane.of(Organization.TYPE)
                .feeds(Feed.sweep(q -> Page.last(List.of(Observation.of(Organization.TYPE, ACME.id(), acme)))));
        Lane all = Lane.of(TYPE)
                .feeds(Feed.sweep(
                        q -> Page.last(names.keySet().stream().map(this::shown).toList())))
                .fetch(id -> shown(known(id)))
                .reveal(COMBINATION, id -> Secret.of("left-" + known(id) + "-right"))
                .content(id -> content(known(id)))
                .upload(w -> upload(c, w), Organization.TYPE);
        return () -> List.of(customers, lie.apply(all));
    }

    private String known(String id) throws Fault {
        if (!files.containsKey(id)) throw Fault.of(Remedy.FORGET, "no such file");
        return id;
    }

    Observation shown(String id) {
        return Observation.of(
                TYPE, id, Fields.with().set(NAME, names.get(id)).set(ON, ACME).build());
    }

    Content content(String id) {
        byte[] bytes = files.get(id);
        return new Content(names.get(id), "text/plain", bytes.length, new ByteArrayInputStream(bytes));
    }

    /** It asks its server first, which isn't there but when a rule breaks the request. */
    private Observation upload(Connection c, Write write) throws Fault {
        try {
            c.http().send(Request.of("POST", "/files"));
        } catch (Fault fault) {
            if (fault.remedy() == Remedy.LOOK) throw fault;
        }
        return keep(write);
    }

    Observation keep(Write write) throws Fault {
        if (!write.fields().get(ON).equals(Optional.of(ACME))) throw Fault.of(Remedy.FORGET, "no such customer");
        Content file = write.content().orElseThrow();
        String id = String.valueOf(files.size() + 1);
        try {
            files.put(id, file.bytes().readAllBytes());
        } catch (IOException e) {
            throw Fault.of(Remedy.RETRY, "the file broke off", e);
        }
        names.put(id, file.name());
        return shown(id);
    }
}
