package io.mortise.sync.internal.remote;

import static io.mortise.api.Connections.State.CONNECTED;
import static io.mortise.api.Connections.State.REFUSED;
import static io.mortise.api.Connections.State.UNREACHABLE;
import static io.mortise.api.Connections.State.UNTESTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.api.Connections.State;
import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContactTest {
    private final Contact contact = new Contact();

    private static Fault of(Remedy remedy) {
        return Fault.of(remedy, "it failed");
    }

    static Stream<Arguments> table() {
        Fault slow = Fault.slowDown(Duration.ofMinutes(1), true);
        return Stream.of(
                // the fault, whether it was asked; at first, and after it has answered
                Arguments.of(of(Remedy.SIGN_IN), true, REFUSED, REFUSED),
                Arguments.of(of(Remedy.SIGN_IN).about("key"), true, REFUSED, REFUSED),
                Arguments.of(of(Remedy.SIGN_IN).about(Fault.ADDRESS), true, UNREACHABLE, UNREACHABLE),
                Arguments.of(of(Remedy.ASK_ADMIN).about(Fault.ADDRESS), true, UNREACHABLE, UNREACHABLE),
                Arguments.of(of(Remedy.ASK_ADMIN), true, CONNECTED, CONNECTED),
                Arguments.of(of(Remedy.REPORT), true, UNREACHABLE, UNREACHABLE),
                Arguments.of(of(Remedy.REPORT), false, UNREACHABLE, CONNECTED),
                Arguments.of(of(Remedy.RETRY), true, UNREACHABLE, CONNECTED),
                Arguments.of(slow, true, CONNECTED, CONNECTED),
                Arguments.of(slow, false, UNTESTED, CONNECTED));
    }

    @ParameterizedTest
    @MethodSource("table")
    void aFaultSaysHowTheyGetOn(Fault fault, boolean asked, State first, State later) {
        contact.failed(fault, asked);
        assertThat(contact.state(true)).isEqualTo(first);
        contact.succeeded(true);
        assertThat(contact.state(true)).isEqualTo(CONNECTED);
        contact.failed(fault, asked);
        assertThat(contact.state(true)).isEqualTo(later);
        contact.succeeded(true);
        assertThat(contact.state(true)).isEqualTo(CONNECTED);
        assertThat(contact.trouble()).isEmpty();
    }

    @Test
    void aSessionThatBeginsWithoutAskingMendsNothing() {
        contact.failed(of(Remedy.SIGN_IN), true);
        contact.succeeded(false);
        assertThat(contact.state(true)).isEqualTo(REFUSED);
        assertThat(contact.trouble()).isEqualTo("it failed");
    }

    @Test
    void whoseHostNobodyKnowsAnyMoreIsntForbidden() {
        contact.reached(Optional.of("it mustn't be called"));
        assertThat(contact.isForbidden()).isTrue();
        contact.lost();
        assertThat(contact.isForbidden()).isFalse();
        assertThat(contact.state(true)).isEqualTo(UNREACHABLE);
    }
}
