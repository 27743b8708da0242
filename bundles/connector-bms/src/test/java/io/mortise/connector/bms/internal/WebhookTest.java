package io.mortise.connector.bms.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mortise.connector.Fault;
import io.mortise.connector.Http.Request;
import io.mortise.model.Secret;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The known answer: test case 2 of RFC 4231. */
class WebhookTest {
    private static final Secret SECRET = Secret.of("Jefe");
    private static final String BODY = "what do ya want for nothing?";
    private static final String HEX = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private static Request call(String body) {
        return Request.of("POST", "/hooks/bms").body("application/json", body.getBytes(UTF_8));
    }

    private static Request signed(String signature) {
        return call(BODY).header("signature", signature);
    }

    private static void refused(Request call) {
        Fault fault = catchThrowableOfType(Fault.class, () -> Webhook.verify(call, SECRET));
        assertThat(fault).isNotNull();
        assertThat(fault.remedy()).isEqualTo(Fault.Remedy.ASK_ADMIN);
        assertThat(fault.setting()).contains("webhook");
        assertThat(fault.getMessage()).doesNotContain("Jefe", HEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256=" + HEX, HEX, "SHA-256=" + HEX, " sha256=" + HEX + " "})
    void theSignatureOfTheBodyIsTaken(String signature) {
        assertThatCode(() -> Webhook.verify(signed(signature), SECRET)).doesNotThrowAnyException();
    }

    @Test
    void soItIsInCapitalsAndInBase64() {
        byte[] bytes = HexFormat.of().parseHex(HEX);
        String capitals = HexFormat.of().withUpperCase().formatHex(bytes);
        assertThatCode(() -> Webhook.verify(signed(capitals), SECRET)).doesNotThrowAnyException();
        String base64 = Base64.getEncoder().encodeToString(bytes);
        assertThatCode(() -> Webhook.verify(signed("sha256=" + base64), SECRET)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844",
                "sha256=5bdcc146",
                "sha256=",
                "=",
                "Jefe",
                "nothing like it",
                "sha1=" + HEX
            })
    void anyOtherIsRefused(String signature) {
        refused(signed(signature));
    }

    @Test
    void oneWithoutASignatureIsRefused() {
        refused(call(BODY));
        refused(signed(""));
        refused(Request.of("POST", "/hooks/bms"));
    }

    @Test
    void oneWhoseBodyWasChangedIsRefused() {
        refused(call(BODY + " ").header("Signature", "sha256=" + HEX));
        refused(call(BODY.replace('w', 'W')).header("Signature", "sha256=" + HEX));
        refused(call("").header("Signature", "sha256=" + HEX));
    }

    @Test
    void withoutASecretAnyIsTaken() {
        assertThatCode(() -> Webhook.verify(signed("sha256=" + HEX), Secret.of("")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Webhook.verify(call(BODY), Secret.of(""))).doesNotThrowAnyException();
    }
}
