package io.mortise.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Feed;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.connector.Page;
import io.mortise.connector.Session;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import io.mortise.model.Organization;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The rules of what is handed through catch lies, and let honesty pass. */
class RouteLiesTest implements Routed {
    private final Books books = new Books(lane -> lane);

    /** A desk that hands the books of another product through. */
    private record Through(Books books, UnaryOperator<Lane> lie) implements Connector {
        @Override
        public Descriptor descriptor() {
            return Descriptor.of("through", "Through", Part.PSA, c -> "http://127.0.0.1:9");
        }

        @Override
        public Session open(Connection c) {
            return new Session() {
                @Override
                public List<Lane> lanes() {
                    return List.of();
                }

                @Override
                public List<Lane> routes(String product) {
                    return product.equals("books") ? List.of(lie.apply(honest())) : List.of();
                }
            };
        }

        private Lane honest() {
            return Lane.of(Books.TYPE)
                    .fetch(books::show)
                    .update(books::update, Organization.NAME)
                    .below(any -> List.of(books.show("10"), books.show("11")));
        }
    }

    @Override
    public String product() {
        return "books";
    }

    @Override
    public Optional<String> id(EntityType type) {
        return Optional.of("12");
    }

    @Override
    public Optional<Ref> above(EntityType type) {
        return Optional.of(Ref.to(type, "9"));
    }

    @Override
    public Fields edit(EntityType type) {
        return Fields.of(Organization.NAME, "Renamed");
    }

    private List<String> broken(UnaryOperator<Lane> lie) throws Fault {
        Tenant tenant = Tenant.open(new Through(books, lie), Map.of());
        List<String> broken = Broken.of(new RouteRules(tenant, this).all());
        // it makes no requests, so that a broken one can't be held against it
        broken.remove("a failure after sending is LOOK, and nothing is sent twice");
        return broken;
    }

    @Test
    void honestyPasses() throws Fault {
        assertThat(broken(lane -> lane)).isEmpty();
    }

    @Test
    void aFeedIsCaught() throws Fault {
        assertThat(broken(lane -> lane.feeds(Feed.sweep(q -> Page.last(List.of())))))
                .containsExactly("they are live: no feeds, no creates, no searches");
    }

    @Test
    void anEditThatIsDroppedIsCaught() throws Fault {
        assertThat(broken(lane -> lane.update(w -> books.show("12"), Organization.NAME)))
                .containsExactly("an edit reads back");
    }

    @Test
    void aRecordThatIsThereWhateverIsAskedIsCaught() throws Fault {
        assertThat(broken(lane -> lane.fetch(
                        id -> Observation.of(Books.TYPE, id, books.show("12").fields()))))
                .contains("one is fetched, and one that isn't there is FORGET");
    }

    @Test
    void anEmptyOrNamelessListIsCaught() throws Fault {
        String rule = "what lies below a record is shown once, with its name";
        assertThat(broken(lane -> lane.below(any -> List.of()))).containsExactly(rule);
        assertThat(broken(lane -> lane.below(any -> List.of(Observation.of(Books.TYPE, "1", Fields.NONE)))))
                .containsExactly(rule);
    }
}
