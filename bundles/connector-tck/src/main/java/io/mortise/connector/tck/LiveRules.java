package io.mortise.connector.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Lane;
import io.mortise.connector.Observation;
import io.mortise.model.Content;
import io.mortise.model.EntityType;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Ref;
import io.mortise.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.DynamicNode;

/** What a person asks for this moment: secrets and files. */
record LiveRules(Tenant tenant, EntityType type, String unknown) {
    private static final int SOME = 50;
    private static final byte[] BYTES =
            ("two lines\r\n--and \u0000 what could end a form--\r\n" + "x".repeat(70_000)).getBytes(UTF_8);

    DynamicNode all() {
        return new Rules(type + ": live")
                .rule("a secret is shown by its own question and by no other", this::secret)
                .rule("a secret of an unknown record is FORGET, or denied", this::noSecret)
                .rule("a file comes the same each time, as long as it is said to be", this::file)
                .rule("a file of an unknown record is FORGET, or denied", this::noFile)
                .rule("a file that is given comes back as it was", this::given)
                .rule("an upload that fails after sending is LOOK", this::unclear)
                .rule("an upload to nothing is FORGET, or denied", this::nowhere)
                .all();
    }

    private Field<Secret> field() throws Fault {
        Lane lane = tenant.lane(type);
        assumeTrue(!lane.revealed().isEmpty(), "it shows no secrets");
        return lane.revealed().iterator().next();
    }

    private void secret() throws Fault {
        Field<Secret> field = field();
        for (Observation seen : tenant.all(type).stream().limit(SOME).toList()) {
            Optional<Secret> secret = shown(field, seen.ref().id());
            if (secret.isEmpty()) continue;
            assertThat(secret.get().reveal()).isNotBlank();
            assertThat(seen.fields().mentions(field)).isFalse();
            assertThat(tenant.fetch(type, seen.ref().id()).fields().mentions(field))
                    .isFalse();
            assertThat(tenant.wire().sent())
                    .noneMatch(sent ->
                            sent.address().toString().contains(secret.get().reveal()));
            return;
        }
        throw new AssertionError("No " + field + " of the first " + SOME + " could be shown");
    }

    /** Empty where this account mustn't see it. */
    private Optional<Secret> shown(Field<Secret> field, String id) throws Fault {
        try {
            return Optional.of(tenant.lane(type).reveal(field).orElseThrow().of(id));
        } catch (Fault fault) {
            if (fault.remedy() == Remedy.ASK_ADMIN) return Optional.empty();
            throw fault;
        }
    }

    private void noSecret() throws Fault {
        Field<Secret> field = field();
        isNone(() -> tenant.lane(type).reveal(field).orElseThrow().of(unknown));
    }

    private void file() throws Fault, IOException {
        assumeTrue(tenant.lane(type).content().isPresent(), "it has no files");
        Observation first = tenant.all(type).get(0);
        byte[] once = bytes(first.ref().id());
        assertThat(once).isNotEmpty().isEqualTo(bytes(first.ref().id()));
    }

    private byte[] bytes(String id) throws Fault, IOException {
        try (Content content = tenant.lane(type).content().orElseThrow().of(id)) {
            byte[] bytes = content.bytes().readAllBytes();
            if (content.size() >= 0) assertThat(bytes).hasSize((int) content.size());
            return bytes;
        }
    }

    private void noFile() throws Fault {
        assumeTrue(tenant.lane(type).content().isPresent(), "it has no files");
        isNone(() -> tenant.lane(type).content().orElseThrow().of(unknown));
    }

    private void given() throws Fault, IOException {
        for (EntityType above : parents()) {
            Observation made = tenant.upload(type, on(above, some(above)), content());
            assertThat(bytes(made.ref().id())).as("on a %s", above).isEqualTo(BYTES);
            Observation now = tenant.fetch(type, made.ref().id());
            assertThat(now.fields().get(type.within().orElseThrow())).contains(some(above));
            assertThat(now.fields().get(type.title()).orElse("")).contains("Rechnung für");
            Rules.agree(type, now, made);
        }
    }

    private void unclear() throws Fault {
        EntityType above = parents().iterator().next();
        Fields fields = on(above, some(above));
        tenant.wire().breakNextWrite(502);
        assertThat(Rules.fault(() -> tenant.upload(type, fields, content())).remedy())
                .isEqualTo(Remedy.LOOK);
    }

    private void nowhere() throws Fault {
        EntityType above = parents().iterator().next();
        isNone(() -> tenant.upload(type, on(above, Ref.to(above, "999999")), content()));
    }

    private Iterable<EntityType> parents() throws Fault {
        Lane lane = tenant.lane(type);
        assumeTrue(lane.upload().isPresent(), "it takes no files");
        assertThat(lane.parents()).isNotEmpty();
        return lane.parents();
    }

    /** The last: of many, the first are looked at by other rules. */
    private Ref some(EntityType above) throws Fault {
        var all = tenant.all(above);
        return all.get(all.size() - 1).ref();
    }

    private Fields on(EntityType above, Ref parent) {
        assertThat(type.within().orElseThrow().targets()).contains(above.name());
        return Fields.of(type.within().orElseThrow(), parent);
    }

    private static Content content() {
        return new Content("Rechnung für \"Nord\".txt", "text/plain", BYTES.length, new ByteArrayInputStream(BYTES));
    }

    /** Some vendors say the same of what isn't there and of what isn't for this account. */
    private static void isNone(Rules.Attempt attempt) {
        assertThat(Rules.fault(attempt).remedy()).isIn(Remedy.FORGET, Remedy.ASK_ADMIN);
    }
}
