package io.mortise.model;

import java.util.List;
import java.util.function.UnaryOperator;

/** One line of a form, for connectors and features alike. The form, its checks and its help text come from it. */
public final class Setting {
    public enum Form {
        TEXT,
        SECRET,
        FLAG,
        CHOICE
    }

    private final String name, label, help;
    private final Form form;
    private final List<Choice> choices;
    private final boolean optional;
    private final UnaryOperator<String> clean;

    private Setting(
            String name,
            String label,
            String help,
            Form form,
            List<Choice> choices,
            boolean optional,
            UnaryOperator<String> clean) {
        this.name = name;
        this.label = label;
        this.help = help;
        this.form = form;
        this.choices = choices;
        this.optional = optional;
        this.clean = clean;
    }

    public static Setting text(String name, String label) {
        return new Setting(name, label, "", Form.TEXT, List.of(), false, s -> s.strip());
    }
    /** Written, never shown again. */
    public static Setting secret(String name, String label) {
        return new Setting(name, label, "", Form.SECRET, List.of(), false, s -> s);
    }

    public static Setting flag(String name, String label) {
        return new Setting(name, label, "", Form.FLAG, List.of(), true, s -> s);
    }

    public static Setting choice(String name, String label, Choice... of) {
        return new Setting(name, label, "", Form.CHOICE, List.of(of), false, s -> s);
    }

    public Setting help(String help) {
        return new Setting(name, label, help, form, choices, optional, clean);
    }

    public Setting optional() {
        return new Setting(name, label, help, form, choices, true, clean);
    }
    /** Turns what people paste into what is meant; throws IllegalArgumentException with a sentence for the form. */
    public Setting cleaned(UnaryOperator<String> clean) {
        return new Setting(name, label, help, form, choices, optional, clean);
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    public Form form() {
        return form;
    }

    public List<Choice> choices() {
        return choices;
    }

    public boolean isOptional() {
        return optional;
    }

    public String clean(String typed) {
        return clean.apply(typed);
    }
}
