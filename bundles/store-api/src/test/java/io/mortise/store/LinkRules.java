package io.mortise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mortise.model.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

interface LinkRules extends Samples {
    private Link kept(Link link) {
        change(w -> w.put(link));
        return link;
    }

    private Ref contact(Link link) {
        return new Ref("contact", link.record().orElseThrow());
    }

    @Test
    default void aLinkComesBackAsItWas() {
        Link full = new Link(
                store().newId(),
                "bms",
                "contact",
                Optional.of(NASTY),
                Optional.of(store().newId()),
                Link.State.INTENT,
                "p'1",
                "f\"2",
                "https://x.test/?a=%20",
                Link.Sync.ERROR,
                NASTY,
                Link.Asks.CONFLICT,
                Optional.of(NOON),
                "{\"m\":\"'\"}");
        Link bare = new Link(
                store().newId(),
                "bms",
                "contact",
                Optional.empty(),
                Optional.empty(),
                Link.State.FOUND,
                "",
                "",
                "",
                Link.Sync.SYNCING,
                "",
                Link.Asks.NOTHING,
                Optional.empty(),
                "");
        change(w -> w.put(List.of(full, bare)));
        assertThat(seen().link(full.id())).contains(full);
        assertThat(seen().link(bare.id())).contains(bare);
        assertThat(seen().link("bms", "contact", NASTY)).contains(full);
        assertThat(seen().links(contact(full))).containsExactly(full);
    }

    @Test
    default void whatIsNotThereIsEmpty() {
        kept(link("bms", "1", ""));
        assertThat(seen().link("12345")).isEmpty();
        assertThat(seen().link("no id")).isEmpty();
        assertThat(seen().link("bms", "contact", "2")).isEmpty();
        assertThat(seen().link("bms", "location", "1")).isEmpty();
        assertThat(seen().link("vsa", "contact", "1")).isEmpty();
        assertThat(seen().links(new Ref("contact", "77"))).isEmpty();
    }

    @Test
    default void puttingALinkAgainReplacesIt() {
        Link link = kept(link("bms", "1", ""));
        Link now = new Link(
                link.id(),
                "bms",
                "contact",
                Optional.of("2"),
                Optional.of(store().newId()),
                Link.State.GONE,
                "p",
                "f2",
                "u",
                Link.Sync.ORPHANED,
                "t",
                Link.Asks.REFUSED,
                Optional.empty(),
                "{}");
        kept(now);
        assertThat(seen().link(link.id())).contains(now);
        assertThat(seen().link("bms", "contact", "1")).isEmpty();
        assertThat(seen().link("bms", "contact", "2")).contains(now);
    }

    @Test
    default void oneRemoteRecordHasOneLinkPerConnection() {
        Link link = kept(link("bms", "1", ""));
        kept(link("vsa", "1", ""));
        assertThatThrownBy(() -> kept(link("bms", "1", ""))).isInstanceOf(IllegalStateException.class);
        assertThat(seen().link("bms", "contact", "1")).contains(link);
    }

    @Test
    default void oneRecordHasOneLinkPerConnection() {
        String record = store().newId();
        Link link = kept(link("bms", "1", record));
        Link other = kept(link("vsa", "1", record));
        assertThatThrownBy(() -> change(w -> w.put(List.of(link("bms", "7", ""), link("bms", "2", record)))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(seen().links(contact(link))).containsExactly(link, other);
        assertThat(seen().link("bms", "contact", "7")).isEmpty();
    }

    @Test
    default void linksWithoutRemoteOrRecordDoNotCollide() {
        for (int i = 0; i < 3; i++) kept(link("bms", "", ""));
        assertThat(seen().links(LinkQuery.of("bms", ""), "", 9)).hasSize(3);
    }

    @Test
    default void anUnlinkedRemoteMayBeLinkedAnew() {
        Row row = row("stays");
        Link link = link("bms", "1", row.ref().id());
        change(w -> {
            w.insert(row);
            w.put(link);
        });
        Link again = link("bms", "1", row.ref().id());
        change(w -> {
            w.unlink(List.of(link.id(), "999", "no id"));
            w.put(again);
        });
        assertThat(seen().links(row.ref())).containsExactly(again);
        assertThat(seen().link(link.id())).isEmpty();
        assertThat(seen().row(row.ref())).contains(row);
    }

    @Test
    default void linksOfRecordsComeByConnection() {
        String one = store().newId();
        String two = store().newId();
        Link vsa = kept(link("vsa", "1", one));
        Link bms = kept(link("bms", "1", one));
        Link other = kept(link("bms", "2", two));
        Ref first = new Ref("contact", one);
        Ref none = new Ref("contact", "99");
        assertThat(seen().links(first)).containsExactly(bms, vsa);
        var all = seen().links(List.of(first, new Ref("contact", two), none));
        assertThat(all).containsOnlyKeys(first, new Ref("contact", two)).containsEntry(first, List.of(bms, vsa));
        assertThat(all.get(new Ref("contact", two))).containsExactly(other);
        assertThat(seen().links(new Ref("location", one))).isEmpty();
    }

    @Test
    default void linksComeByTheirIds() {
        Link one = kept(link("bms", "1", ""));
        Link two = kept(link("vsa", "1", ""));
        kept(link("bms", "2", ""));
        assertThat(seen().linksById(List.of(two.id(), one.id(), "99", "no id")))
                .containsOnly(Map.entry(one.id(), one), Map.entry(two.id(), two));
        assertThat(seen().linksById(List.of())).isEmpty();
    }

    @Test
    default void onlyWhatIsIndexedOrOnlyWhatIsNotMayChange() {
        Link link = kept(Samples.under(link("bms", "1", store().newId()), "acme"));
        Link shown = new Link(
                link.id(),
                "bms",
                "contact",
                link.remoteId(),
                link.record(),
                link.state(),
                link.parent(),
                "f2",
                "page",
                Link.Sync.ERROR,
                "trouble",
                link.asks(),
                Optional.of(NOON.plusMillis(1)),
                "{\"base\":2}");
        assertThat(seen().link(kept(shown).id())).contains(shown);
        Link gone = kept(Samples.under(Samples.in(shown, Link.State.GONE), "globex"));
        assertThat(seen().link(link.id())).contains(gone);
        assertThat(links(LinkQuery.of("bms", "").under("acme"))).isEmpty();
        assertThat(links(LinkQuery.of("bms", "", Link.State.GONE).under("globex")))
                .containsExactly(gone);
        Link asking = kept(Samples.asks(gone, Link.Asks.MATCH));
        assertThat(links(LinkQuery.of("", "").thatAsk())).containsExactly(asking);
    }

    @Test
    default void knownTellsWhatAPageNeeds() {
        Link a = kept(link("bms", "a", ""));
        Link b = kept(Samples.in(link("bms", NASTY, ""), Link.State.FOUND));
        kept(link("vsa", "c", ""));
        var known = seen().known("bms", "contact", List.of("a", NASTY, "c", "d"));
        assertThat(known).containsOnlyKeys("a", NASTY);
        assertThat(known.get("a")).isEqualTo(new Reading.Known(a.id(), Link.State.LINKED, "f1"));
        assertThat(known.get(NASTY)).isEqualTo(new Reading.Known(b.id(), Link.State.FOUND, "f1"));
        assertThat(seen().known("bms", "contact", List.of())).isEmpty();
    }

    @Test
    default void aLinkQueryNarrowsWithEachPart() {
        Link linked = kept(Samples.under(link("bms", "1", ""), "acme"));
        Link found = kept(Samples.under(Samples.in(link("bms", "2", ""), Link.State.FOUND), "acme"));
        Link asking = kept(Samples.asks(Samples.in(link("bms", "3", ""), Link.State.FOUND), Link.Asks.MATCH));
        Link intent = kept(Samples.in(link("vsa", "4", ""), Link.State.INTENT));
        assertThat(links(LinkQuery.of("", ""))).containsExactly(linked, found, asking, intent);
        assertThat(links(LinkQuery.of("bms", "contact"))).containsExactly(linked, found, asking);
        assertThat(links(LinkQuery.of("bms", "location"))).isEmpty();
        assertThat(links(LinkQuery.of("", "", Link.State.INTENT))).containsExactly(intent);
        assertThat(links(LinkQuery.of("bms", "", Link.State.LINKED, Link.State.FOUND)
                        .under("acme")))
                .containsExactly(linked, found);
        assertThat(links(LinkQuery.of("bms", "contact", Link.State.FOUND).under("acme")))
                .containsExactly(found);
        assertThat(links(LinkQuery.of("bms", "contact").under(""))).containsExactly(asking);
        assertThat(links(LinkQuery.of("", "").thatAsk())).containsExactly(asking);
        assertThat(links(LinkQuery.of("vsa", "").thatAsk())).isEmpty();
    }

    private List<Link> links(LinkQuery query) {
        return seen().links(query, "", 99);
    }

    @Test
    default void partsOfLinksGoByTheirIds() {
        List<Link> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) all.add(link("bms", "r" + i, ""));
        change(w -> w.put(all));
        List<Link> found = new ArrayList<>();
        String after = "";
        List<Link> part;
        do {
            part = seen().links(LinkQuery.of("bms", "contact"), after, 5);
            found.addAll(part);
            if (found.size() < 12) all.add(kept(link("bms", "late" + after, "")));
            after = part.isEmpty() ? after : part.get(part.size() - 1).id();
        } while (!part.isEmpty());
        assertThat(found).isEqualTo(all);
    }

    @Test
    default void theTallyCountsEachKind() {
        for (int i = 0; i < 3; i++) kept(link("bms", "r" + i, ""));
        kept(Samples.asks(Samples.in(link("bms", "x", ""), Link.State.FOUND), Link.Asks.MATCH));
        kept(link("vsa", "r", ""));
        assertThat(seen().tally())
                .containsExactlyInAnyOrder(
                        tally("bms", Link.State.LINKED, Link.Asks.NOTHING, 3),
                        tally("bms", Link.State.FOUND, Link.Asks.MATCH, 1),
                        tally("vsa", Link.State.LINKED, Link.Asks.NOTHING, 1));
    }

    private static Reading.Tally tally(String connection, Link.State state, Link.Asks asks, long count) {
        return new Reading.Tally(connection, "contact", state, Link.Sync.SYNCED, asks, count);
    }
}
