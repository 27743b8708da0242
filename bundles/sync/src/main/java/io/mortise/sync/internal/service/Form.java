package io.mortise.sync.internal.service;

import io.mortise.api.Connections.Draft;
import io.mortise.api.Refusal;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Fault;
import io.mortise.model.Secret;
import io.mortise.model.Setting;
import io.mortise.sync.internal.remote.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What somebody fills in to connect a product, and whether it can be so. @param asked one line each */
record Form(Descriptor descriptor, List<Setting> asked) {
    private static final Setting PIN = Setting.text(Account.CERTIFICATE, "Pinned certificate")
            .help("SHA-256 fingerprint of the only certificate that is accepted; empty: any trusted one")
            .optional()
            .cleaned(Form::fingerprint);

    /** What an admin fills in for the tenant. */
    Form(Descriptor descriptor) {
        this(descriptor, tenants(descriptor));
    }

    /** What a person fills in for a login of their own. */
    static Form personal(Descriptor descriptor) {
        return new Form(descriptor, descriptor.personal());
    }

    private static List<Setting> tenants(Descriptor descriptor) {
        List<Setting> all = new ArrayList<>(descriptor.settings());
        boolean declared = all.stream().anyMatch(setting -> setting.name().equals(PIN.name()));
        if (descriptor.isOnPremise() && !declared) all.add(PIN);
        return all;
    }

    List<Setting> settings() {
        return asked;
    }

    private static String fingerprint(String typed) {
        String digits = typed.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (!digits.isEmpty() && !digits.matches("[0-9a-f]{64}"))
            throw new IllegalArgumentException("A SHA-256 fingerprint has 64 digits from 0 to 9 and a to f");
        return digits;
    }

    /**
     * The settings in clean form, without secrets.
     *
     * @param kept which secrets are there already
     * @param elsewhere which are there for another address
     * @throws Refusal INVALID with a sentence for each setting that can't be so
     */
    Map<String, String> check(Draft draft, Predicate<String> kept, Predicate<String> elsewhere) {
        Map<String, String> wrong = new TreeMap<>();
        Map<String, String> clean = new TreeMap<>();
        for (Setting setting : settings()) {
            if (setting.form() == Setting.Form.SECRET && isGarbled(draft, setting.name())) {
                wrong.put(setting.name(), "holds a line break or a character that can't be seen: copy it again");
            } else if (setting.form() == Setting.Form.SECRET) {
                if (!setting.isOptional() && !isGiven(draft, setting.name()) && !kept.test(setting.name()))
                    wrong.put(
                            setting.name(),
                            elsewhere.test(setting.name())
                                    ? "is needed; the one that is kept isn't sent to another address"
                                    : "is needed");
            } else check(setting, draft, clean, wrong);
        }
        strangers(draft, wrong);
        if (!wrong.isEmpty()) throw Refusal.invalid("Some settings can't be so: " + sentence(wrong), wrong);
        return clean;
    }

    private static boolean isGarbled(Draft draft, String secret) {
        return isGiven(draft, secret)
                && draft.secrets().get(secret).reveal().chars().anyMatch(Character::isISOControl);
    }

    private static boolean isGiven(Draft draft, String secret) {
        return draft.secrets().containsKey(secret)
                && !draft.secrets().get(secret).reveal().isEmpty();
    }

    private static void check(Setting setting, Draft draft, Map<String, String> clean, Map<String, String> wrong) {
        String typed = draft.settings().getOrDefault(setting.name(), "");
        try {
            String value = typed.isBlank() && setting.isOptional() ? "" : setting.clean(typed);
            clean.put(setting.name(), value);
            if (value.isEmpty() && !setting.isOptional()) wrong.put(setting.name(), "is needed");
            else if (!value.isEmpty() && !isOffered(setting, value))
                wrong.put(setting.name(), "is none of the choices that there are");
        } catch (IllegalArgumentException e) {
            wrong.put(setting.name(), typed.isBlank() ? "is needed" : e.getMessage());
        }
    }

    private static boolean isOffered(Setting setting, String value) {
        return switch (setting.form()) {
            case CHOICE ->
                setting.choices().stream().anyMatch(choice -> choice.key().equals(value));
            case FLAG -> value.equals("true") || value.equals("false");
            default -> true;
        };
    }

    private void strangers(Draft draft, Map<String, String> wrong) {
        Stream.of(draft.settings().keySet(), draft.secrets().keySet())
                .flatMap(names -> names.stream())
                .filter(name ->
                        settings().stream().noneMatch(setting -> setting.name().equals(name)))
                .forEach(name -> wrong.put(name, "is no setting of " + descriptor.name()));
        draft.settings().keySet().stream()
                .filter(this::isSecret)
                .forEach(name -> wrong.put(name, "is a secret, and is given as one"));
    }

    private boolean isSecret(String name) {
        return secrets().contains(name);
    }

    boolean isOptional(String name) {
        return settings().stream().anyMatch(setting -> setting.name().equals(name) && setting.isOptional());
    }

    List<String> secrets() {
        return asked.stream()
                .filter(setting -> setting.form() == Setting.Form.SECRET)
                .map(Setting::name)
                .toList();
    }

    /** Those that are given, by name: an empty one is left out, a stranger is none. */
    Map<String, Secret> given(Draft draft) {
        Map<String, Secret> given = new TreeMap<>();
        secrets().stream()
                .filter(name -> isGiven(draft, name))
                .forEach(name -> given.put(name, draft.secrets().get(name)));
        return given;
    }

    private String sentence(Map<String, String> wrong) {
        List<String> parts = new ArrayList<>();
        wrong.forEach((name, why) -> parts.add(label(name) + ": " + why));
        return String.join("; ", parts) + ".";
    }

    private String label(String name) {
        return settings().stream()
                .filter(setting -> setting.name().equals(name))
                .map(Setting::label)
                .findFirst()
                .orElse(name);
    }

    /** Would both be the very same system? */
    boolean isSame(Map<String, String> one, Map<String, String> other) {
        return descriptor.addressed().stream()
                .allMatch(name -> Place.of(one.getOrDefault(name, "")).equals(Place.of(other.getOrDefault(name, ""))));
    }

    /** Would both be asked at the same address? */
    boolean isAtSamePlace(Map<String, String> one, Map<String, String> other) {
        return settings().stream()
                .filter(setting -> isAddress(one, setting) || isAddress(other, setting))
                .allMatch(setting -> Place.of(read(setting, one)).equals(Place.of(read(setting, other))));
    }

    /** What is typed, as it would be kept; as it stands if it can't be. */
    private static String read(Setting setting, Map<String, String> settings) {
        String typed = settings.getOrDefault(setting.name(), "").strip().replaceFirst("/+$", "");
        try {
            return setting.clean(typed);
        } catch (IllegalArgumentException unusable) {
            return typed; // nothing is sent there: the form refuses it
        }
    }

    private static boolean isAddress(Map<String, String> settings, Setting setting) {
        return settings.getOrDefault(setting.name(), "").contains("://");
    }

    /** The setting that a fault is about, as the form knows it. */
    Optional<String> about(String setting, Map<String, String> settings) {
        if (!setting.equals(Fault.ADDRESS)) return Optional.of(setting);
        return descriptor.addressed().stream()
                .filter(name -> !settings.getOrDefault(name, "").isEmpty())
                .findFirst();
    }
}
