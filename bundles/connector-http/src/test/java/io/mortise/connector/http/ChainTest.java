package io.mortise.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Feed;
import io.mortise.connector.Feed.Cursor;
import io.mortise.connector.Feed.Query;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.model.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static Feed list(String... ids) {
        List<Observation> all =
                Stream.of(ids).map(id -> Observation.hint(Lookup.TYPE, id)).toList();
        return Feed.sweep(q -> Whole.part(q, all));
    }

    private static Feed refused(Remedy remedy) {
        return Feed.sweep(q -> {
            throw Fault.of(remedy, "not this one");
        });
    }

    private static List<String> read(Feed feed, int limit) throws Fault {
        List<String> ids = new ArrayList<>();
        Cursor at = Cursor.START;
        while (true) {
            Page page = feed.read().of(new Query(at, limit, Optional.empty()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(seen -> ids.add(seen.ref().id()));
            if (page.isLast()) return ids;
            at = page.next();
        }
    }

    @Test
    void listsComeOneAfterTheOtherInParts() throws Fault {
        Feed chain = Chain.of(List.of(list("a", "b", "c"), list(), list("d")));
        assertThat(read(chain, 2)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aListThatMayNotBeReadOrIsntThereIsPassedOver() throws Fault {
        List<Feed> lists = List.of(list("a"), refused(Remedy.ASK_ADMIN), list("b"), refused(Remedy.FORGET));
        assertThat(read(Chain.ofReadable(lists), 10)).containsExactly("a", "b");
        assertThat(fault(Chain.of(lists)).remedy()).isEqualTo(Remedy.ASK_ADMIN);
    }

    @Test
    void theFirstListIsNeededAndNoOtherFailureIsPassedOver() {
        assertThat(fault(Chain.ofReadable(List.of(refused(Remedy.ASK_ADMIN), list("a"))))
                        .remedy())
                .isEqualTo(Remedy.ASK_ADMIN);
        assertThat(fault(Chain.ofReadable(List.of(list("a"), refused(Remedy.RETRY))))
                        .remedy())
                .isEqualTo(Remedy.RETRY);
    }

    private static Fault fault(Feed feed) {
        return catchThrowableOfType(Fault.class, () -> read(feed, 10));
    }
}
