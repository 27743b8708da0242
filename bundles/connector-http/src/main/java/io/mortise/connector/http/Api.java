package io.mortise.connector.http;

import io.mortise.connector.Fault;
import io.mortise.connector.Fault.Remedy;
import io.mortise.connector.Http;
import io.mortise.connector.Http.Request;
import io.mortise.connector.Http.Response;
import io.mortise.connector.Http.Streamed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** JSON requests in one vendor's dialect, through the engine's gate. As thread-safe as the gate. */
public final class Api {
    private static final int LONGEST_REASON = 300;
    /** Bytes. */
    private static final int LARGEST_WORDS = 1 << 20;

    private static final String PAGE =
            "A web page came instead of an answer: the address may be that of the screens, not of the API";
    private static final String AWAY =
            "The address leads on to another one, which isn't followed: give the one where the API itself answers";

    private static final String FOREIGN = "The answer, with status %s, isn't in the usual form of this API";
    /** By the status alone; with another form it may be anybody's. */
    private static final Set<Remedy> TELLING = Set.of(Remedy.SIGN_IN, Remedy.ASK_ADMIN, Remedy.FORGET, Remedy.REPORT);

    private final Http http;
    private final Dialect dialect;

    public Api(Http http, Dialect dialect) {
        this.http = http;
        this.dialect = dialect;
    }

    public Json get(Request request) throws Fault {
        return send(request, Mapping.empty());
    }

    /**
     * @param mapping in whose terms a refusal names our fields
     * @return the content of the answer; none if the body was empty
     */
    public Json send(Request request, Mapping mapping) throws Fault {
        return answer(request, mapping).content();
    }

    /** The content of a success, and the response that it came in: some vendors tell in a header where a list goes on. */
    public record Answer(Json content, Response response) {
        /** What the server's own clock showed; empty if it doesn't tell. */
        public Optional<Instant> time() {
            return response.header("Date").flatMap(Times::header);
        }
    }

    /** The same with the response's headers. */
    public Answer answer(Request request, Mapping mapping) throws Fault {
        Response response = http.send(request);
        Json content =
                response.ok() ? dialect.content(request, body(request, response), mapping) : refuse(response, mapping);
        return new Answer(content, response);
    }

    /**
     * A file as it comes, whatever it holds. A no is told as with JSON, one inside a success too where the dialect has
     * those: there, JSON that isn't called a file is looked at first, if it is small enough. The caller closes the answer.
     */
    public Streamed download(Request request) throws Fault {
        Streamed answer = http.stream(request);
        if (answer.ok() && !maybeWords(answer)) return answer;
        boolean goesOn = false;
        try {
            byte[] start = answer.body().readNBytes(LARGEST_WORDS + 1);
            goesOn = answer.ok() && start.length > LARGEST_WORDS;
            InputStream all = new ByteArrayInputStream(start);
            if (goesOn) all = new SequenceInputStream(all, answer.body());
            else look(request, new Response(answer.status(), answer.headers(), start));
            return new Streamed(answer.status(), answer.headers(), all);
        } catch (IOException e) {
            throw brokeOff(e);
        } finally {
            if (!goesOn) close(answer);
        }
    }

    private void look(Request request, Response words) throws Fault {
        if (!words.ok()) refuse(words, Mapping.empty());
        dialect.content(request, lenient(words), Mapping.empty());
    }

    private static void close(Streamed answer) throws Fault {
        try {
            answer.close();
        } catch (IOException e) {
            throw brokeOff(e);
        }
    }

    private static Fault brokeOff(IOException e) {
        return Fault.of(Remedy.RETRY, "The answer broke off", e);
    }

    private boolean maybeWords(Streamed answer) {
        return dialect.failsInSuccess()
                && answer.header("Content-Disposition").isEmpty()
                && answer.header("Content-Type").orElse("").startsWith("application/json");
    }

    /** What the server's own clock shows while it answers; empty if it doesn't tell. */
    public Optional<Instant> time(Request probe) throws Fault {
        return answer(probe, Mapping.empty()).time();
    }

    /** With a body. */
    public Json send(Request request, String type, Json body, Mapping mapping) throws Fault {
        return send(request.body(type, body.bytes()), mapping);
    }

    /** Half an answer to a question may be asked again; to a write it says only that something arrived. */
    private static Json body(Request request, Response response) throws Fault {
        try {
            return Json.read(response.body());
        } catch (IllegalArgumentException e) {
            Remedy remedy = request.method().equals("GET") ? Remedy.RETRY : Remedy.LOOK;
            throw isPage(response)
                    ? Fault.of(remedy, PAGE, e).about(Fault.ADDRESS)
                    : Fault.of(remedy, "The answer was cut off or isn't JSON", e);
        }
    }

    private Json refuse(Response response, Mapping mapping) throws Fault {
        Json body = lenient(response);
        Statuses.Meaning meaning = dialect.meaning(response.status(), body);
        if (leadsAway(response)) throw Fault.of(Remedy.REPORT, AWAY).about(Fault.ADDRESS);
        if (isPage(response))
            throw Fault.of(meaning.remedy(), meaning.sentence() + ". " + PAGE)
                    .about(meaning.setting().isEmpty() ? Fault.ADDRESS : meaning.setting());
        if (!body.isNone() && TELLING.contains(meaning.remedy()) && !dialect.isOwn(body))
            throw Fault.of(meaning.remedy(), meaning.sentence() + ". " + FOREIGN.formatted(response.status()))
                    .about(Fault.ADDRESS);
        String why = sentence(meaning.sentence(), dialect.why(body));
        throw meaning.remedy() == Remedy.CORRECT
                ? Fault.correct(why, dialect.refused(body, mapping))
                : meaning.fault(why);
    }

    private static boolean leadsAway(Response response) {
        return response.status() / 100 == 3;
    }

    /** What a web server shows to people, where an API was expected. */
    private static boolean isPage(Response response) {
        return response.header("Content-Type").orElse("").startsWith("text/html");
    }

    /** Gateways in front of an API refuse in HTML or with nothing. */
    private static Json lenient(Response response) {
        try {
            return Json.read(response.body());
        } catch (IllegalArgumentException e) {
            return Json.NONE;
        }
    }

    /** What it means, and what the vendor said to it. */
    public static String sentence(String meaning, String said) {
        String all = said.isBlank() ? meaning : meaning + ": " + said.strip();
        return all.length() <= LONGEST_REASON ? all : all.substring(0, LONGEST_REASON) + "…";
    }
}
