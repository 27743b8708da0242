package io.mortise.sync.internal.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    private static Fault fault(String base, boolean inside) {
        return catchThrowableOfType(Fault.class, () -> {
            Origin origin = Origin.of(() -> base, () -> inside);
            origin.check(origin.at("/"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9411",
                "http://[::1]",
                "https://10.1.2.3",
                "https://172.16.0.1",
                "https://192.168.1.1",
                "https://100.64.0.1",
                "https://[fd00::1]",
                "https://[::ffff:10.0.0.1]",
                "https://[64:ff9b::10.0.0.1]",
                "https://[64:ff9b::7f00:1]",
                "https://[2002:c0a8:101::1]",
                "https://[::10.0.0.1]"
            })
    void thisMachineAndPrivateNetworksAreCalledOnlyWhereThatIsAllowed(String base) {
        assertThat(fault(base, false)).hasMessageContaining("private network");
        assertThat(fault(base, true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254",
                "http://[fe80::1]",
                "http://0.0.0.0",
                "http://224.0.0.1",
                "http://[fd00:ec2::254]",
                "http://100.100.100.200",
                "http://[64:ff9b::169.254.169.254]",
                "http://[2002:a9fe:a9fe::]",
                "http://[::ffff:100.100.100.200]"
            })
    void linkLocalAndWhatIsNoMachineIsNeverCalled(String base) {
        assertThat(fault(base, true)).hasMessageContaining("never called");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://93.184.216.34",
                "https://[2606:2800:220:1::1]",
                "https://[64:ff9b::93.184.216.34]",
                "https://100.128.0.1"
            })
    void thePublicInternetIsCalled(String base) {
        assertThat(fault(base, false)).isNull();
    }

    @Test
    void anotherHostIsCalledWhereTheConnectorNamesItAndGetsNoToken() throws Fault {
        Origin origin = Origin.of(
                () -> "https://93.184.216.34",
                () -> List.of("https://93.184.216.35", "http://169.254.169.254"),
                () -> false);
        URI other = origin.at("https://93.184.216.35/login");
        assertThat(origin.isBase(other)).isFalse();
        assertThat(origin.isBase(origin.at("/things"))).isTrue();
        origin.check(other);
        assertThat(catchThrowableOfType(Fault.class, () -> origin.at("https://93.184.216.36/login")))
                .hasMessageContaining("another host");
        assertThat(catchThrowableOfType(Fault.class, () -> origin.at("http://93.184.216.35/login")))
                .hasMessageContaining("another host");
        URI never = origin.at("http://169.254.169.254/latest");
        assertThat(catchThrowableOfType(Fault.class, () -> origin.check(never))).hasMessageContaining("never called");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an address", "ftp://93.184.216.34", "https://", "//host"})
    void whatIsNoAddressIsSaidWhenItIsUsed(String base) {
        assertThat(fault(base, true)).hasMessageContaining("address");
    }
}
