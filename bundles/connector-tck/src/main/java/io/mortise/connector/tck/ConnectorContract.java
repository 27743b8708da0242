package io.mortise.connector.tck;

import io.mortise.connector.Connector;
import io.mortise.connector.Fault;
import io.mortise.connector.Http;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.EntityType;
import io.mortise.model.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of a connector as tests, one for each rule and type. A vendor's test extends this and says how to reach
 * a system that may be written to. A rule about something that a lane doesn't offer is skipped, never passed.
 */
public abstract class ConnectorContract {
    /** A new one each time; it is stateless. */
    protected abstract Connector connector();

    /** All settings by name, cleaned, secrets among them. */
    protected abstract Map<String, String> settings();

    /** The same with credentials that the vendor doesn't know. */
    protected abstract Map<String, String> wrongSettings();

    /** A person's own login: the personal settings by name. Empty if the product has none. */
    protected Map<String, String> personalSettings() {
        return Map.of();
    }

    /** The mailbox by which the vendor knows that person. */
    protected String personalEmail() {
        return "";
    }

    /** An edit of a record, in fields that its lane updates; empty if the lane updates none. */
    protected abstract Optional<Fields> edit(Tenant tenant, EntityType type, Observation record) throws Fault;

    /** A new record, with all that a create needs; empty if the lane creates none. */
    protected abstract Optional<Fields> birth(Tenant tenant, EntityType type) throws Fault;

    /** Somebody changes a record in the vendor's own screens. False if this can't be done here. */
    protected boolean editThere(EntityType type, Observation record) {
        return false;
    }

    /** Lets time pass at the vendor, as a test instance can whose clock can be set. False if this can't be done here. */
    protected boolean pass(Duration time) {
        return false;
    }

    /** Some vendors' lists are asked for by a POST. True for such a request: it changes nothing there. */
    protected boolean onlyAsks(String method, String path) {
        return false;
    }

    /** A call of the vendor's as it comes, signed with the secret in {@link #settings}. Empty if it doesn't call. */
    protected Optional<Http.Request> call() {
        return Optional.empty();
    }

    /** What is known of another product's records that it hands through, if it does. */
    protected Optional<Routed> routed(Tenant tenant) throws Fault {
        return Optional.empty();
    }

    /** An id of the vendor's form that no record has. */
    protected String unknownId(EntityType type) {
        return "999999";
    }

    @TestFactory
    Stream<DynamicNode> contract() throws Fault {
        Tenant tenant = Tenant.open(connector(), settings());
        Stream<DynamicNode> connector = Stream.of(
                new DescriptorRules(connector()).all(),
                new SignInRules(connector(), settings(), wrongSettings()).all(),
                new StrangerRules(connector(), settings()).all(),
                new LaneRules(tenant).all(),
                new HookRules(tenant, call()).all());
        boolean personal = !connector().descriptor().personal().isEmpty();
        Tenant live = personal ? Tenant.openAs(connector(), settings(), personalSettings(), personalEmail()) : tenant;
        Stream<DynamicNode> people = Stream.concat(
                Stream.of(new PersonRules(tenant, personalSettings(), personalEmail()).all()),
                live.lanes().stream().map(lane -> new LiveRules(live, lane.type(), unknownId(lane.type())).all()));
        Stream<DynamicNode> lanes = tenant.lanes().stream().flatMap(lane -> rules(tenant, lane));
        Stream<DynamicNode> routes = routed(tenant).map(routed -> new RouteRules(tenant, routed).all()).stream();
        Stream<DynamicNode> manners = Stream.of(new MannerRules(tenant).all(), new MannerRules(live).all());
        return Stream.of(connector, routes, lanes, people, manners).flatMap(all -> all);
    }

    private Stream<DynamicNode> rules(Tenant tenant, Lane lane) {
        EntityType type = lane.type();
        return Stream.of(
                new FeedRules(tenant, type, this::onlyAsks).all(),
                new FetchRules(tenant, type, unknownId(type)).all(),
                new UpdateRules(tenant, type, record -> edit(tenant, type, record)).all(),
                new CreateRules(tenant, type, () -> birth(tenant, type)).all(),
                new RemoveRules(tenant, type, () -> birth(tenant, type)).all(),
                new ChangesRules(tenant, type, this::change).all(),
                new LongPassRules(tenant, type, this::change, this::pass).all(),
                new ListRules(tenant, type).all());
    }

    private boolean change(Tenant tenant, EntityType type, Observation record) throws Fault {
        if (editThere(type, record)) return true;
        Optional<Fields> edit = edit(tenant, type, record);
        if (edit.isEmpty()) return false;
        tenant.update(type, record.ref().id(), edit.get());
        return true;
    }
}
