package io.mortise.connector.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Lane;
import io.mortise.connector.Session;
import io.mortise.model.EntityType;
import io.mortise.model.Part;
import io.mortise.model.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of vendors' calls catch lies, and let honesty pass. */
class HookLiesTest {
    private static final byte[] BODY = "{\"changed\": 7}".getBytes(UTF_8);
    private static final String REFUSED_BODY = "one with another body is refused";
    private static final String REFUSED_SECRET = "one that is signed with another secret is refused";
    private static final String REFUSED_BARE = "one without a signature is refused";

    /** Reads a call. */
    private interface Ear {
        Set<EntityType> hears(Connection c, Request call) throws Fault;
    }

    private record Caller(Setting secret, Ear ear) implements Connector {
        @Override
        public Descriptor descriptor() {
            return Descriptor.of("caller", "Caller", Part.PSA, c -> "http://127.0.0.1:9")
                    .settings(secret)
                    .hook("hook", "Enter the address there.");
        }

        @Override
        public Session open(Connection c) {
            return new Session() {
                @Override
                public List<Lane> lanes() {
                    return List.of(Lane.of(Books.TYPE).claims(Lane.Claim.CALLS), Lane.of(Shelf.TYPE));
                }

                @Override
                public Set<EntityType> webhook(Request call) throws Fault {
                    return ear.hears(c, call);
                }
            };
        }
    }

    /** No signature that anybody should use, but one that tells secrets and bodies apart. */
    private static String signature(String secret, byte[] body) {
        return Integer.toString((secret + new String(body, UTF_8)).hashCode());
    }

    private static Set<EntityType> honest(Connection c, Request call) throws Fault {
        String secret = c.secret("hook").reveal();
        if (!secret.isEmpty()
                && !signature(secret, call.body()).equals(call.headers().get("Signature")))
            throw Fault.of(Remedy.ASK_ADMIN, "it isn't signed as it should be");
        return Set.of(Books.TYPE);
    }

    private static List<String> broken(Ear ear) throws Fault {
        return broken(Setting.secret("hook", "Secret").optional(), ear);
    }

    private static List<String> broken(Setting setting, Ear ear) throws Fault {
        Tenant tenant = Tenant.open(new Caller(setting, ear), Map.of("hook", "s3cret"));
        Request call = Request.of("POST", "/hook")
                .header("Signature", signature("s3cret", BODY))
                .body("application/json", BODY);
        return Broken.of(new HookRules(tenant, Optional.of(call)).all());
    }

    @Test
    void honestyPasses() throws Fault {
        assertThat(broken(HookLiesTest::honest)).isEmpty();
    }

    @Test
    void oneThatBelievesAnybodyIsCaught() throws Fault {
        assertThat(broken((c, call) -> Set.of(Books.TYPE))).containsExactly(REFUSED_BODY, REFUSED_SECRET, REFUSED_BARE);
    }

    @Test
    void oneThatLooksWhetherThereIsASignatureAndNotWhichIsCaught() throws Fault {
        assertThat(broken((c, call) -> {
                    if (!c.secret("hook").reveal().isEmpty() && !call.headers().containsKey("Signature"))
                        throw Fault.of(Remedy.ASK_ADMIN, "it isn't signed");
                    return Set.of(Books.TYPE);
                }))
                .containsExactly(REFUSED_BODY, REFUSED_SECRET);
    }

    @Test
    void oneThatAsksItsSystemBecauseOfACallIsCaught() throws Fault {
        assertThat(broken((c, call) -> {
                    Set<EntityType> types = honest(c, call);
                    try {
                        c.http().send(Request.get("/who"));
                    } catch (Fault nobodyThere) {
                        return types;
                    }
                    return types;
                }))
                .containsExactly("one that is rightly signed tells what to look at, and nobody is asked");
    }

    @Test
    void oneThatTellsOfAnotherTypeThanItSaysIsCaught() throws Fault {
        assertThat(broken((c, call) -> {
                    honest(c, call);
                    return Set.of(Shelf.TYPE);
                }))
                .containsExactly("one that is rightly signed tells what to look at, and nobody is asked");
    }

    @Test
    void aSecretThatMustBeGivenIsCaught() throws Fault {
        assertThat(broken(Setting.secret("hook", "Secret"), HookLiesTest::honest))
                .containsExactly("their secret is an optional one of the settings, and the guide says what to do");
    }

    @Test
    void aProductThatDoesntCallIsSkipped() throws Fault {
        Tenant tenant = Tenant.open(new Books(lane -> lane), Map.of());
        assertThat(Broken.of(new HookRules(tenant, Optional.empty()).all())).isEmpty();
    }
}
