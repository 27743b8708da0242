package io.mortise.sync.internal.service;

import io.mortise.api.Connections.Certificate;
import io.mortise.api.Connections.Outcome;
import io.mortise.connector.Fault;
import io.mortise.model.Secret;
import io.mortise.model.Standing;
import io.mortise.sync.internal.pace.Turn;
import io.mortise.sync.internal.remote.Account;
import io.mortise.sync.internal.remote.Distrust;
import io.mortise.sync.internal.remote.LiveRemote;
import io.mortise.sync.internal.remote.Presented;
import io.mortise.sync.internal.remote.Stranger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** "Test connection": signs in, looks round, and says in words what is wrong. */
final class Trials {
    private final Network network;
    private final Turn turn;

    Trials(Network network, Turn turn) {
        this.network = network;
        this.turn = turn;
    }

    /** @param form of the account's product */
    Outcome of(Account account, Function<String, Optional<Secret>> secrets, Form form) {
        return turn.personally(() -> tried(account, secrets, form));
    }

    private Outcome tried(Account account, Function<String, Optional<Secret>> secrets, Form form) {
        try (LiveRemote trial = network.trial(account, secrets)) {
            Standing standing = trial.standing();
            return new Outcome(Optional.of(standing), trial.types(), "", Optional.empty(), Optional.empty());
        } catch (Fault fault) {
            return failed(account, fault, form);
        }
    }

    private static Outcome failed(Account account, Fault fault, Form form) {
        boolean stranger = isStranger(fault);
        Optional<String> setting = fault.setting()
                .or(() -> stranger ? Optional.of(Fault.ADDRESS) : Optional.empty())
                .flatMap(name -> form.about(name, account.settings()));
        String trouble = stranger
                ? "This address answers, but not as " + form.descriptor().name() + " does; look whether it is right. "
                        + fault.getMessage()
                : fault.getMessage();
        Optional<Certificate> certificate = Distrust.in(fault)
                .map(distrust -> shown(distrust, form.descriptor().isOnPremise()));
        return new Outcome(Optional.empty(), List.of(), Sentence.of(trouble), setting, certificate);
    }

    /** Nobody asked for a record that may be gone, and nothing was written that may be refused. */
    private static boolean isStranger(Fault fault) {
        boolean defect = fault.getCause() instanceof RuntimeException || fault.getCause() instanceof LinkageError;
        return switch (fault.remedy()) {
            case FORGET -> true;
            case REPORT -> !defect;
            case SIGN_IN, ASK_ADMIN -> Stranger.refuses(fault);
            default -> false;
        };
    }

    private static Certificate shown(Distrust distrust, boolean mayPin) {
        Presented p = distrust.presented();
        return new Certificate(
                p.subject(), p.issuer(), p.from(), p.until(), p.fingerprint(), mayPin && distrust.isPinnable());
    }
}
