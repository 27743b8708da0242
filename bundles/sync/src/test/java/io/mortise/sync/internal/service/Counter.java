package io.mortise.sync.internal.service;

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
import io.mortise.connector.Token;
import io.mortise.connector.Write;
import io.mortise.model.Attachment;
import io.mortise.model.Content;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.Setting;
import io.mortise.model.Standing;
import io.mortise.model.Ticket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A service desk with one ticket that takes files of people, and fails in the ways of the real ones. */
final class Counter implements Connector {
    /** @param id of the file there */
    record Filed(String id, String name, String text, String by) {}

    final List<Filed> files = new CopyOnWriteArrayList<>();
    final AtomicInteger tries = new AtomicInteger();
    /** Nobody answers. */
    volatile boolean away;
    /** What comes is kept, and the answer lost, so many times. */
    final AtomicInteger losing = new AtomicInteger();
    /** Takes none, and says why. */
    volatile String refuses = "";

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("counter", "The counter", Part.PSA, c -> "https://127.0.0.1")
                .settings(Setting.text("tenant", "Tenant"), Setting.secret("key", "Key"))
                .personal(Setting.text("user", "User"), Setting.secret("pin", "PIN"))
                .settles(Duration.ofSeconds(1));
    }

    @Override
    public Token signIn(Connection c) {
        return Token.NONE.header("x-key", c.secret(c.person().isPresent() ? "pin" : "key"));
    }

    @Override
    public Session open(Connection c) {
        String who = c.person().isPresent() ? c.setting("user") : "tenant";
        List<Lane> lanes = List.of(
                Lane.of(Organization.TYPE)
                        .feeds(Feed.sweep(q -> there(Page.last(List.of(
                                Observation.of(Organization.TYPE, "o", Fields.of(Organization.NAME, "Acme"))))))),
                Lane.of(Ticket.TYPE)
                        .feeds(Feed.sweep(q -> there(Page.last(List.of(ticket())))))
                        .fetch(id -> there(ticket())),
                Lane.of(Attachment.TYPE)
                        .feeds(Feed.under(Ticket.TYPE, q -> there(Page.last(all()))))
                        .fetch(id -> there(all().stream()
                                .filter(seen -> seen.ref().id().equals(id))
                                .findFirst()
                                .orElseThrow()))
                        .find(
                                like -> there(all().stream()
                                        .filter(seen -> seen.fields()
                                                .get(Attachment.FILE_NAME)
                                                .equals(like.get(Attachment.FILE_NAME)))
                                        .toList()),
                                Attachment.PARENT,
                                Attachment.FILE_NAME)
                        .content(id -> there(content(id)))
                        .upload(write -> take(who, write), Ticket.TYPE));
        return new Session() {
            @Override
            public List<Lane> lanes() {
                return lanes;
            }

            @Override
            public Standing standing() throws Fault {
                return there(Standing.of(who, "Technician").email(who + "@cabinet.example"));
            }
        };
    }

    private <T> T there(T answer) throws Fault {
        if (away) throw Fault.of(Remedy.RETRY, "nobody is at the counter");
        return answer;
    }

    private static Observation ticket() {
        return Observation.of(
                Ticket.TYPE,
                "t",
                Fields.with()
                        .set(Ticket.TITLE, "Printer")
                        .set(Ticket.ORGANIZATION, Ref.to(Organization.TYPE, "o"))
                        .build());
    }

    private List<Observation> all() {
        return files.stream().map(Counter::seen).toList();
    }

    private static Observation seen(Filed file) {
        return Observation.of(
                Attachment.TYPE,
                file.id,
                Fields.with()
                        .set(Attachment.NAME, file.name)
                        .set(Attachment.FILE_NAME, file.name)
                        .set(Attachment.PARENT, Ref.to(Ticket.TYPE, "t"))
                        .build());
    }

    private Content content(String id) {
        byte[] bytes = files.stream()
                .filter(file -> file.id.equals(id))
                .findFirst()
                .orElseThrow()
                .text
                .getBytes(StandardCharsets.UTF_8);
        return new Content("", "text/plain", -1, new ByteArrayInputStream(bytes));
    }

    private Observation take(String who, Write write) throws Fault {
        tries.incrementAndGet();
        there(write);
        if (!refuses.isEmpty()) throw Fault.of(Remedy.CORRECT, refuses);
        Content content = write.content().orElseThrow();
        String id = "f" + (files.size() + 1);
        try {
            String text = new String(content.bytes().readAllBytes(), StandardCharsets.UTF_8);
            files.add(new Filed(id, content.name(), text, who));
        } catch (IOException e) {
            throw Fault.of(Remedy.RETRY, "the file broke off", e);
        }
        if (losing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) throw Fault.of(Remedy.LOOK, "the connection broke");
        return seen(files.get(files.size() - 1));
    }
}
