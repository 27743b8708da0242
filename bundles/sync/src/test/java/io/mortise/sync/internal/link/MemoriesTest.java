package io.mortise.sync.internal.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mortise.model.Contact;
import io.mortise.model.Field;
import io.mortise.model.Kind;
import io.mortise.model.Organization;
import io.mortise.store.Json;
import org.junit.jupiter.api.Test;

class MemoriesTest {
    private static final String ALL = "{\"observed\":{\"firstName\":\"A\"},\"evidence\":{\"firstName\":[1,2]},"
            + "\"agreed\":{\"firstName\":{\"r\":\"A\"}},\"pending\":{\"firstName\":[\"B\"]},"
            + "\"locked\":{\"firstName\":\"no\"},\"refused\":{\"title\":{\"value\":\"v\",\"why\":\"w\"}},"
            + "\"held\":{\"title\":{\"value\":\"v\",\"why\":\"w\",\"until\":9}},"
            + "\"undone\":{\"title\":{\"value\":\"v\",\"why\":\"w\",\"by\":\"p\"}},\"refusedAt\":5,"
            + "\"candidates\":[\"7\"],\"revision\":\"r\",\"changedBy\":\"c\",\"confirmed\":3,\"fence\":4,"
            + "\"unclearUntil\":6,\"retryAt\":7,\"tries\":2,\"needFetch\":true,\"missingSince\":8,"
            + "\"deactivated\":true,\"approved\":true,\"ignored\":true,"
            + "\"intent\":{\"key\":\"k\",\"body\":{\"firstName\":\"A\"},\"since\":1,\"sent\":true}}";
    private final Memories memories = new Memories(new Json());

    @Test
    void whatOneReaderChangesNoOtherSees() {
        Memory first = memories.read(Contact.TYPE, ALL);
        first.pending.get("firstName").clear();
        first.candidates.clear();
        first.agreed.clear();
        first.intent = null;
        first.needFetch = false;
        assertThat(memories.write(Contact.TYPE, memories.read(Contact.TYPE, ALL)))
                .isEqualTo(ALL);
    }

    @Test
    void aTypeThatKnowsOtherFieldsByNowIsReadAnew() {
        memories.read(Organization.TYPE, "{\"observed\":{\"nick\":\"A\"}}");
        Field<String> nick = Field.of("nick", Kind.TEXT);
        Memory other = memories.read(Organization.TYPE.fields(nick), "{\"observed\":{\"nick\":\"A\"}}");
        assertThat(other.observed.get(nick)).contains("A");
    }
}
