package io.mortise.tickets.internal;

import io.mortise.api.Caller;
import io.mortise.api.Records.Option;
import io.mortise.api.Records.Saved;
import io.mortise.api.Refusal;
import io.mortise.api.Refusal.Reason;
import io.mortise.api.Routes;
import io.mortise.api.Shown.SavedAt;
import io.mortise.api.Slice;
import io.mortise.model.Choice;
import io.mortise.model.Entity;
import io.mortise.model.Field;
import io.mortise.model.Fields;
import io.mortise.model.Part;
import io.mortise.model.Ref;
import io.mortise.model.Right;
import io.mortise.model.Ticket;
import io.mortise.model.TimeLog;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Work time on a ticket: committed once, corrected by its author. */
@Component
public final class TimeRoutes implements Routes {
    /** Somewhere on earth it is that much later than UTC, and the time is by the technician's own clock. */
    private static final ZoneOffset LATEST = ZoneOffset.ofHours(14);

    private static final Map<String, Field<Choice>> LISTS = Map.of("workType", TimeLog.WORK_TYPE, "role", TimeLog.ROLE);
    private final Workbench bench;
    private final Times times;

    @Activate
    public TimeRoutes(@Reference Workbench bench) {
        this.bench = bench;
        this.times = new Times(bench.records(), bench.me());
    }

    /**
     * Time to be committed; to correct some, only what is to be different.
     *
     * @param start by the technician's own clock
     * @param committed what counts of it, such as PT45M; all of it if not said
     * @param status that the ticket gets along with it
     * @param overlap whether it may lie over other time of the same person
     */
    public record Wish(
            Optional<LocalDate> date,
            Optional<LocalTime> start,
            Optional<LocalTime> end,
            Optional<Duration> committed,
            Optional<Object> workType,
            Optional<Object> role,
            Optional<String> notes,
            Optional<String> internalNotes,
            Optional<Boolean> billable,
            Optional<Object> status,
            Optional<Boolean> overlap) {}

    public record Committed(
            String id,
            long version,
            TimeShown log,
            boolean kept,
            List<SavedAt> systems,
            Optional<StatusSet.Set> status) {}

    @Override
    public List<Route<?, ?>> routes() {
        Right read = Right.read(TimeLog.TYPE);
        Right edit = Right.edit(TimeLog.TYPE);
        return List.of(
                Route.get("/tickets/{id}/time-logs", Shape.list(Shape.of(TimeShown.class)), this::list)
                        .needs(Right.read(Ticket.TYPE), read)
                        .paged()
                        .summary("The time logs of a ticket, newest first"),
                Route.post("/tickets/{id}/time-logs", Shape.of(Wish.class), Shape.of(Committed.class), this::commit)
                        .needs(Right.read(Ticket.TYPE), read, edit)
                        .keyed()
                        .summary("Commits work time, and gives the ticket a status if one is said"),
                Route.patch("/time-logs/{id}", Shape.of(Wish.class), Shape.of(Committed.class), this::correct)
                        .needs(read, edit)
                        .summary(
                                "Corrects time of one's own that isn't approved, billed or posted; the journal keeps what was"),
                Route.get("/time-logs/options/{field}", Shape.list(Shape.of(OptionShown.class)), this::options)
                        .needs(read)
                        .summary("What workType and role can be, in their lists' order"));
    }

    private Slice<TimeShown> list(Call<Void> call) {
        Ref ticket =
                bench.tickets().get(call.caller(), call.ref(Ticket.TYPE, "id")).ref();
        List<Entity> logs = Below.of(bench.records(), call.caller(), TimeLog.TYPE, TimeLog.TICKET, ticket);
        List<Placed<TimeShown>> placed = times.shown(call.caller(), logs).stream()
                .map(log -> new Placed<>(log.at(), log.id(), log))
                .toList();
        return Placed.page(placed, call.query("after"), call.limit());
    }

    private Committed commit(Call<Wish> call) {
        Caller caller = call.caller();
        Wish wish = call.body();
        Entity ticket = bench.tickets().get(caller, call.ref(Ticket.TYPE, "id"));
        Optional<Choice> status = Word.of(wish.status(), "status");
        Optional<Saved> before = call.once().flatMap(once -> bench.records().made(caller, TimeLog.TYPE, once));
        Saved saved = before.orElseGet(() -> commitNew(call, ticket, status));
        TimeShown shown = times.shown(caller, List.of(saved.now())).get(0);
        return new Committed(
                shown.id(),
                shown.version(),
                shown,
                true,
                SavedAt.of(saved),
                bench.statuses().apply(caller, ticket.ref(), status, before.map(any -> shown.at())));
    }

    private Saved commitNew(Call<Wish> call, Entity ticket, Optional<Choice> status) {
        Caller caller = call.caller();
        Wish wish = call.body();
        bench.desk().require();
        boolean closed = bench.tickets().moves(caller).isClosed(ticket.fields());
        Can can = Can.of(caller, ticket.fields(), ticket.isActive(), closed);
        if (!can.time()) throw new Refusal(Reason.VIEW_ONLY, can.reasons().get("time"));
        bench.statuses().check(caller, ticket, status);
        Fields fields =
                new TimeWish(wish).fields().set(TimeLog.TICKET, ticket.ref()).build();
        Fields whole = complete(caller, ticket, fields);
        check(
                whole,
                wish.overlap().orElse(false),
                times.others(caller, whole.get(TimeLog.DATE).orElseThrow(), log -> false));
        return bench.records().create(caller, TimeLog.TYPE, whole, call.once());
    }

    private Committed correct(Call<Wish> call) {
        Caller caller = call.caller();
        Wish wish = call.body();
        bench.desk().require();
        Entity log = bench.records()
                .get(caller, call.ref(TimeLog.TYPE, "id"))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "There is no such time log."));
        if (!times.isAuthor(caller, log))
            throw new Refusal(Reason.DENIED, "Time is corrected by the person alone whose time it is.");
        if (log.get(TimeLog.LOCKED).orElse(false))
            throw new Refusal(
                    Reason.VIEW_ONLY, "This time is approved, billed or posted: nothing of it can be changed.");
        Fields changes = new TimeWish(wish).over(log.fields());
        Fields after = log.fields().overlaid(changes);
        check(
                after,
                wish.overlap().orElse(false),
                times.others(
                        caller,
                        after.get(TimeLog.DATE).orElseThrow(),
                        other -> other.ref().equals(log.ref())));
        Saved saved = bench.records().edit(caller, log.ref(), call.version(), changes);
        TimeShown shown = times.shown(caller, List.of(saved.now())).get(0);
        return new Committed(shown.id(), shown.version(), shown, saved.kept(), SavedAt.of(saved), Optional.empty());
    }

    private void check(Fields log, boolean overlap, List<TimeRules.Other> others) {
        Moves.refuse(TimeRules.wrong(
                log.get(TimeLog.DATE).orElseThrow(),
                log.get(TimeLog.START_TIME).orElseThrow(),
                log.get(TimeLog.END_TIME).orElseThrow(),
                log.get(TimeLog.DURATION),
                others,
                LocalDateTime.ofInstant(bench.tickets().now(), LATEST),
                overlap));
    }

    /** Whose it is, and the kind of work where its list has a usual one; what is needed and can't be known is asked for. */
    private Fields complete(Caller caller, Entity ticket, Fields given) {
        Fields.Builder whole = given.but();
        Map<String, String> wrong = new TreeMap<>();
        if (!bench.desk().standing().isHere()) whole.set(TimeLog.USER, technician(caller));
        if (given.get(TimeLog.WORK_TYPE).isEmpty())
            usual(caller, ticket.get(Ticket.WORK_TYPE), TimeLog.WORK_TYPE, whole, wrong);
        if (given.get(TimeLog.ROLE).isEmpty()) usual(caller, Optional.empty(), TimeLog.ROLE, whole, wrong);
        Moves.refuse(wrong);
        return whole.build();
    }

    /** Other systems know people as well: time is the PSA's to keep. */
    private Ref technician(Caller caller) {
        List<Ref> me = bench.me().at(caller, bench.connections().playing(Part.PSA));
        if (me.size() == 1) return me.get(0);
        throw new Refusal(
                Reason.INVALID,
                me.isEmpty()
                        ? "The PSA knows no technician with your mailbox " + caller.email()
                                + ", so that this time would be nobody's. Ask an administrator to enter it there."
                        : "The PSA has several people with your mailbox " + caller.email()
                                + ", so that it isn't clear whose time this is. Ask an administrator to leave it to one.");
    }

    private void usual(
            Caller caller,
            Optional<Choice> near,
            Field<Choice> field,
            Fields.Builder whole,
            Map<String, String> wrong) {
        List<Option> all = bench.lists().options(caller, TimeLog.TYPE, field, Fields.NONE);
        Optional<Choice> usual = near.filter(
                        word -> all.stream().anyMatch(option -> option.choice().equals(word)))
                .or(() -> all.stream()
                        .filter(Option::isDefault)
                        .map(Option::choice)
                        .findFirst())
                .or(() -> all.size() == 1 ? Optional.of(all.get(0).choice()) : Optional.empty());
        if (usual.isPresent()) whole.set(field, usual.get());
        else if (!all.isEmpty())
            wrong.put(
                    field.name(),
                    "is needed: "
                            + String.join(
                                    ", ",
                                    all.stream()
                                            .map(option -> option.choice().label())
                                            .limit(20)
                                            .toList()));
    }

    private Slice<OptionShown> options(Call<Void> call) {
        Field<Choice> field = Optional.ofNullable(LISTS.get(call.path("field")))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "Lists of time logs are workType and role."));
        return OptionShown.all(bench.lists().options(call.caller(), TimeLog.TYPE, field, Fields.NONE));
    }
}
