package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import java.util.regex.Pattern;

/** What vendors say when they refuse to sign somebody in, where no number tells it: the words that all use for it. */
public final class SignInWords {
    private static final Pattern MFA = words("mfa|2fa|totp|(multi|two).?(factor|step)|one.?time|authenticat\\w+ code");
    private static final Pattern API = words("api");

    private SignInWords() {}

    private static Pattern words(String any) {
        return Pattern.compile("\\b(" + any + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /**
     * The refusal in words that say what to do.
     *
     * @param system what people call it
     * @param said the vendor's own words
     * @param user the setting with the user's name
     * @param otherwise if the words tell neither
     */
    public static Fault read(String system, String said, String user, Fault otherwise) {
        if (MFA.matcher(said).find())
            return Fault.of(
                            Remedy.SIGN_IN,
                            "This user of " + system + " has multi-factor authentication (MFA), which nobody can answer"
                                    + " here: use an account for this purpose only, without MFA")
                    .about(user);
        if (API.matcher(said).find())
            return Fault.of(
                            Remedy.SIGN_IN,
                            "This user of " + system + " has no access to its API: an administrator there can give it,"
                                    + " or use a user who has it")
                    .about(user);
        return otherwise;
    }
}
