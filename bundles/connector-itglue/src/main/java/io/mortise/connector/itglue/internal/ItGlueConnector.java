package io.mortise.connector.itglue.internal;

import io.mortise.connector.Connection;
import io.mortise.connector.Connector;
import io.mortise.connector.Descriptor;
import io.mortise.connector.Descriptor.Rate;
import io.mortise.connector.Fault;
import io.mortise.connector.Session;
import io.mortise.connector.Token;
import io.mortise.connector.http.Addresses;
import io.mortise.model.Choice;
import io.mortise.model.Part;
import io.mortise.model.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** IT Glue, by an API key; each technician by a login of their own. */
@Component
public final class ItGlueConnector implements Connector {
    private static final Map<String, String> HOSTS = Map.of(
            "us", "https://api.itglue.com",
            "eu", "https://api.eu.itglue.com",
            "au", "https://api.au.itglue.com");

    @Override
    public Descriptor descriptor() {
        return Descriptor.of("itglue", "IT Glue", Part.DOCS, ItGlueConnector::base)
                .settings(
                        Setting.text("subdomain", "Subdomain")
                                .help("The first part of your address: mycompany")
                                .cleaned(ItGlueConnector::firstPart),
                        Setting.choice(
                                "region",
                                "Region",
                                new Choice("us", "United States"),
                                new Choice("eu", "Europe"),
                                new Choice("au", "Australia")),
                        Setting.secret("key", "API key")
                                .help("Made by an Administrator under Account > Settings > API Keys"),
                        Setting.text("url", "Other address of the API")
                                .help("Only for a test system; leave it empty otherwise")
                                .optional()
                                .cleaned(Addresses::clean))
                .personal(
                        Setting.text("email", "E-mail")
                                .help("That you sign in to IT Glue with; leave it empty if you give a token")
                                .optional(),
                        Setting.secret("password", "Password")
                                .help("Where IT Glue itself asks for it, without a code and without single sign-on")
                                .optional(),
                        Setting.secret("token", "Token")
                                .help("Instead of both: a token of your IT Glue session. It lasts about two hours; then"
                                        + " you connect again")
                                .optional())
                .others(ItGlueConnector::screens)
                .addressed("url", "region", "subdomain")
                .rates(Rate.account(3000, Duration.ofMinutes(5)));
    }

    /** The region's server, unless another address is given. */
    static String base(Connection c) {
        String other = c.setting("url");
        return other.isEmpty() ? HOSTS.getOrDefault(c.setting("region"), HOSTS.get("us")) : other;
    }

    /** Where people sign in and files may lie; a test system has it all at one address. */
    static List<String> screens(Connection c) {
        if (!c.setting("url").isEmpty()) return List.of();
        String region = c.setting("region").equals("us") ? "" : "." + c.setting("region");
        return List.of("https://" + c.setting("subdomain") + region + ".itglue.com");
    }

    @Override
    public Token signIn(Connection c) throws Fault {
        return c.person().isPresent() ? new PersonSignIn(c).token() : Token.NONE.header("x-api-key", c.secret("key"));
    }

    @Override
    public Session open(Connection c) {
        return new ItGlueSession(c);
    }

    private static String firstPart(String typed) {
        String first = typed.strip().replaceFirst("^https?://", "").replaceFirst("[./].*$", "");
        if (!first.matches("[A-Za-z0-9-]+"))
            throw new IllegalArgumentException("Only the first part of the address, such as mycompany");
        return first;
    }
}
