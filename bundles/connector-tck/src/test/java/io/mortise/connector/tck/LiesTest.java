package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.model.Content;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Ref;
import io.mortise.model.Secret;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A rule that nothing can break is none: each lie is caught by the rule made for it, and honesty passes. */
class LiesTest {
    private static final String ONCE = "a sweep shows every record exactly once";
    private static final String BOUNDED = "no page is larger than asked, and small pages show the same records";
    private static final String STRANGE = "a strange cursor begins anew instead of failing";
    private static final String SAME = "a fetch shows what the sweep shows";
    private static final String ONLY = "it changes the fields mentioned and nothing else";
    private static final String ANSWER = "its answer is what a fetch shows";

    private interface Lie extends UnaryOperator<Lane> {}

    private static Tenant tenant(Connector connector) throws Fault {
        return Tenant.open(connector, Map.of());
    }

    private static List<String> reading(Lie lie) throws Fault {
        Tenant tenant = tenant(new Books(lie));
        List<String> broken = Broken.of(new FeedRules(tenant, Books.TYPE).all());
        broken.addAll(Broken.of(new FetchRules(tenant, Books.TYPE, "99").all()));
        return broken;
    }

    private static List<String> writing(UnaryOperator<Lane> lie) throws Fault {
        int[] count = {0};
        Lane.Call<io.mortise.connector.Observation, Optional<Fields>> edit =
                record -> Optional.of(Fields.of(Organization.NAME, "Renamed " + ++count[0]));
        return Broken.of(new UpdateRules(tenant(new Books(lie)), Books.TYPE, edit).all());
    }

    /** It makes no requests, so the rules about broken ones can't be held against it. */
    private static final List<String> OF_REQUESTS =
            List.of("a failed request isn't repeated", "a failure after sending is LOOK, and nothing is sent twice");

    @Test
    void honestyPasses() throws Fault {
        assertThat(reading(lane -> lane)).isSubsetOf(OF_REQUESTS);
        assertThat(writing(lane -> lane)).isSubsetOf(OF_REQUESTS).containsAnyElementsOf(OF_REQUESTS);
    }

    @Test
    void aDoubledRecordIsCaught() throws Fault {
        Books books = new Books(lane -> lane);
        assertThat(reading(lane -> lane.feeds(Feed.sweep(q -> {
                    Page page = books.page(q);
                    var items = new ArrayList<>(page.items());
                    items.add(items.get(0));
                    return page.isLast()
                            ? Page.last(items)
                            : Page.more(items, page.next().text());
                }))))
                .contains(ONCE, BOUNDED);
    }

    @Test
    void aPageThatIsTooLargeIsCaught() throws Fault {
        Books books = new Books(lane -> lane);
        assertThat(reading(lane ->
                        lane.feeds(Feed.sweep(q -> books.page(new Feed.Query(q.cursor(), 1000, q.parent()))))))
                .contains(BOUNDED);
    }

    @Test
    void aCursorThatIsIgnoredIsCaught() throws Fault {
        Books books = new Books(lane -> lane);
        assertThat(reading(lane ->
                        lane.feeds(Feed.sweep(q -> books.page(new Feed.Query(Feed.Cursor.START, 1000, q.parent()))))))
                .contains(STRANGE);
    }

    @Test
    void aFetchThatShowsOtherValuesIsCaught() throws Fault {
        Books books = new Books(lane -> lane);
        assertThat(reading(lane -> lane.fetch(id -> {
                    var seen = books.show(id);
                    return io.mortise.connector.Observation.of(
                            Books.TYPE,
                            id,
                            seen.fields().but().set(Organization.NAME, "Other").build());
                })))
                .contains(SAME);
    }

    @Test
    void aSaveThatBlanksOtherFieldsIsCaught() throws Fault {
        Books[] books = new Books[1];
        books[0] = new Books(lane -> lane.update(
                w -> books[0].put(
                        w.id().orElseThrow(), w.fields().get(Organization.NAME).orElse(""), true),
                Organization.NAME));
        assertThat(Broken.of(new UpdateRules(
                                tenant(books[0]),
                                Books.TYPE,
                                record -> Optional.of(Fields.of(Organization.NAME, "Renamed")))
                        .all()))
                .contains(ONLY);
    }

    @Test
    void anAnswerOfWhatWasSentInsteadOfWhatIsThereIsCaught() throws Fault {
        assertThat(writing(lane -> lane.update(
                        w -> io.mortise.connector.Observation.of(Books.TYPE, w.id().orElseThrow(), w.fields()),
                        Organization.NAME)))
                .contains(ONLY, ANSWER);
    }

    private static List<String> live(Shelf shelf) throws Fault {
        return Broken.of(new LiveRules(tenant(shelf), Shelf.TYPE, "99").all());
    }

    @Test
    void honestFilesAndSecretsBreakNothing() throws Fault {
        assertThat(live(new Shelf(lane -> lane))).isEmpty();
    }

    @Test
    void aSecretThatStandsInTheRecordIsCaught() throws Fault {
        assertThat(live(new Shelf(lane -> lane.fetch(id -> Observation.of(
                        Shelf.TYPE,
                        id,
                        Fields.with()
                                .set(Shelf.COMBINATION, Secret.of("left"))
                                .set(Shelf.NAME, "Rechnung für nobody")
                                .set(Shelf.ON, Ref.to(Organization.TYPE, "acme"))
                                .build())))))
                .contains("a secret is shown by its own question and by no other");
    }

    @Test
    void anEmptySecretAndOneOfNothingAreCaught() throws Fault {
        assertThat(live(new Shelf(lane -> lane.reveal(Shelf.COMBINATION, id -> Secret.of("")))))
                .containsExactly(
                        "a secret is shown by its own question and by no other",
                        "a secret of an unknown record is FORGET, or denied");
    }

    @Test
    void aFileOfAnotherLengthThanSaidIsCaught() throws Fault {
        Lie lie = lane -> lane.content(
                id -> new Content("a file", "text/plain", 5, new ByteArrayInputStream(new byte[] {1, 2, 3})));
        assertThat(live(new Shelf(lie)))
                .containsExactly(
                        "a file comes the same each time, as long as it is said to be",
                        "a file of an unknown record is FORGET, or denied",
                        "a file that is given comes back as it was");
    }

    @Test
    void anUploadThatLosesBytesOrKnowsNoBoundsIsCaught() throws Fault {
        Shelf[] shelf = new Shelf[1];
        shelf[0] = new Shelf(lane -> lane.upload(
                write -> {
                    shelf[0].files.put("1", new byte[] {1});
                    return shelf[0].shown("1");
                },
                Organization.TYPE));
        assertThat(live(shelf[0]))
                .containsExactly(
                        "a file that is given comes back as it was",
                        "an upload that fails after sending is LOOK",
                        "an upload to nothing is FORGET, or denied");
    }
}
