package io.mortise.sync.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Configuration;
import io.mortise.model.Ref;
import io.mortise.model.RichText;
import io.mortise.model.TicketNote;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BornTest {
    private static final Map<String, Object> NOTE =
            Map.of("ticket", new Ref("ticket", "1"), "details", new RichText("<p>Called back</p>"), "internal", true);

    @Test
    void aNoteOfSomebodyElseOnTheSameTicketIsNotOurs() {
        Map<String, Object> theirs = Map.of(
                "ticket", new Ref("ticket", "1"), "details", new RichText("<p>Assigned to Dana</p>"), "internal", true);
        assertThat(Born.isOf(TicketNote.TYPE, NOTE, theirs)).isFalse();
        assertThat(Born.isOf(TicketNote.TYPE, NOTE, Map.of("ticket", new Ref("ticket", "1"))))
                .as("that it is on the same ticket proves nothing")
                .isFalse();
        assertThat(Born.isOf(TicketNote.TYPE, NOTE, NOTE)).isTrue();
    }

    @Test
    void aRecordWithATitleIsKnownByItAndByWhatItIsMatchedBy() {
        String name = Configuration.NAME.name();
        String serial = Configuration.SERIAL.name();
        Map<String, Object> sent = Map.of(name, "PC-7", serial, "SN-1");
        assertThat(Born.isOf(Configuration.TYPE, sent, Map.of(name, "pc-7"))).isTrue();
        assertThat(Born.isOf(Configuration.TYPE, sent, Map.of(name, "PC-7", serial, "SN-2")))
                .isFalse();
        assertThat(Born.isOf(Configuration.TYPE, sent, Map.of(name, "PC-8"))).isFalse();
    }
}
