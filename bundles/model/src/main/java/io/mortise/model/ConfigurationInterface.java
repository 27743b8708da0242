package io.mortise.model;

/** A network card or address of a configuration. The primary one is also among the configuration's own fields. */
public record ConfigurationInterface(Entity entity) {
    private static final Policy THERE = Policy.of(Policy.Rule.DERIVED);

    public static final Field<Ref> CONFIGURATION =
            Field.ref("configuration", "configuration").policy(THERE).viewOnly();
    public static final Field<String> NAME =
            Field.of("name", Kind.TEXT).policy(THERE).canon(Canon::line).viewOnly();
    public static final Field<String> IP = Field.of("ip", Kind.TEXT)
            .label("IP address")
            .policy(THERE)
            .canon(Canon::line)
            .viewOnly();
    public static final Field<String> MAC = Field.of("mac", Kind.TEXT)
            .label("MAC address")
            .policy(THERE)
            .canon(Canon::mac)
            .viewOnly();
    public static final Field<Boolean> PRIMARY =
            Field.of("primary", Kind.FLAG).policy(THERE).viewOnly();
    public static final Field<String> NOTE =
            Field.of("note", Kind.TEXT).policy(THERE).viewOnly();

    public static final EntityType TYPE = EntityType.of("configurationInterface", NAME, IP, MAC, PRIMARY, NOTE)
            .within(CONFIGURATION);
}
