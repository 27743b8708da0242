package io.mortise.model;

/** The first words of a formatted text, so that a list has something to show. */
final class Head {
    private static final int FIRST = 80;

    private Head() {}

    static Field<String> field(String label) {
        return Field.of("head", Kind.TEXT)
                .label(label)
                .policy(Policy.of(Policy.Rule.DERIVED))
                .canon(Canon::line)
                .viewOnly();
    }

    static Fields set(Fields fields, Field<String> head, Field<RichText> of) {
        return fields.but().set(head, first(fields, of)).build();
    }

    private static String first(Fields fields, Field<RichText> of) {
        String line = Canon.line(fields.get(of).map(RichText::html).orElse("").replaceAll("<[^>]*>", " "));
        return line.length() <= FIRST ? line : line.substring(0, FIRST).strip() + "…";
    }
}
