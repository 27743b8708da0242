package io.mortise.sandbox.internal.bms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mortise.sandbox.internal.state.Json;
import io.mortise.sandbox.internal.state.Row;
import io.mortise.sandbox.internal.state.Store;
import java.time.Duration;
import java.time.Instant;

/** The clock of a service level: targets from priority and SLA, pauses while a ticket waits, met or not at the end. */
final class Sla {
    private static final double HOUR = 3600;

    private final Store store;

    Sla(Store store) {
        this.store = store;
    }

    int kind(JsonNode ticket) {
        return store.table("statuses")
                .find(Row.text(ticket, "statusId"))
                .map(status -> status.get("typeId").asInt())
                .orElse(1);
    }

    private double hours(JsonNode ticket, String goal) {
        double factor = store.table("slas")
                .find(Row.text(ticket, "slaId"))
                .map(sla -> sla.get("factor").asDouble())
                .orElse(0.0);
        return factor
                * store.table("priorities")
                        .find(Row.text(ticket, "priorityId"))
                        .map(priority -> priority.get(goal).asDouble())
                        .orElse(0.0);
    }

    /** Sets the targets of a ticket whose SLA, priority or open date is new. */
    void plan(ObjectNode ticket) {
        if (!ticket.hasNonNull("slaId")) {
            ticket.putNull("firstResponseTargetTime").putNull("resolutionTargetTime");
            return;
        }
        Instant open = Lists.instant(Row.text(ticket, "openDate"));
        ticket.put("firstResponseTargetTime", after(open, hours(ticket, "respond")));
        ticket.put("resolutionTargetTime", after(open, hours(ticket, "resolve")));
    }

    private static String after(Instant open, double hours) {
        return open.plusSeconds((long) (hours * HOUR)).toString();
    }

    /** The changes that a new status brings. */
    void moved(ObjectNode ticket, int before, Instant now) {
        int kind = kind(ticket);
        ticket.put("lastStatusUpdate", now.toString());
        if (kind == Guesses.COMPLETED && before != Guesses.COMPLETED) {
            done(ticket, now);
        } else if (kind != Guesses.COMPLETED && before == Guesses.COMPLETED) {
            ticket.put("reOpenedDate", now.toString()).putNull("completedDate");
            ticket.putNull("resolutionActualTime").putNull("hasMetSLA");
        }
        if (kind == Guesses.WAITING && before != Guesses.WAITING) {
            ticket.put("isSLAPaused", 1).put("slaLastPausedTime", now.toString());
        } else if (kind != Guesses.WAITING && before == Guesses.WAITING) {
            resume(ticket, now);
        }
        ticket.put("slaStatusEnum", stage(ticket));
    }

    private void resume(ObjectNode ticket, Instant now) {
        long pause = ticket.hasNonNull("slaLastPausedTime") ? minutes(ticket, "slaLastPausedTime", now) : 0;
        ticket.put("isSLAPaused", 0).put("slaLastResumedTime", now.toString());
        ticket.put("actualPauseMinutes", ticket.path("actualPauseMinutes").asInt(0) + (int) pause);
    }

    private static long minutes(ObjectNode ticket, String from, Instant to) {
        return Duration.between(Lists.instant(Row.text(ticket, from)), to).toMinutes();
    }

    void done(ObjectNode ticket, Instant now) {
        ticket.put("completedDate", now.toString()).put("resolutionActualTime", now.toString());
        responded(ticket, now);
        ticket.put("actualResolutionMinutes", minutes(ticket, "openDate", now));
        if (ticket.hasNonNull("resolutionTargetTime")) {
            boolean met = !now.isAfter(Lists.instant(Row.text(ticket, "resolutionTargetTime")));
            ticket.put("hasMetSLA", met ? 1 : 0);
        }
    }

    void responded(ObjectNode ticket, Instant now) {
        if (!ticket.hasNonNull("firstResponseActualTime")) {
            ticket.put("firstResponseActualTime", now.toString());
            ticket.put("actualFirstResponseMinutes", minutes(ticket, "openDate", now));
        }
    }

    int stage(ObjectNode ticket) {
        return switch (kind(ticket)) {
            case Guesses.COMPLETED -> Guesses.STAGE_DONE;
            case Guesses.WAITING -> Guesses.STAGE_WAITING;
            default -> ticket.hasNonNull("firstResponseActualTime") ? Guesses.STAGE_RESOLVE : Guesses.STAGE_RESPOND;
        };
    }

    /** In hours, as the ticket's SLA card shows it. */
    ObjectNode info(Row ticket, Labels labels) {
        ObjectNode fields = ticket.fields();
        double spent = hoursTo(fields, "resolutionActualTime");
        double respond = hours(fields, "respond");
        double resolve = hours(fields, "resolve");
        double answered = hoursTo(fields, "firstResponseActualTime");
        double waited = fields.path("actualPauseMinutes").asInt(0) / 60.0;
        ObjectNode info = Json.object().put("slaStage", stage(fields));
        for (String[] label : new String[][] {
            {"slaName", "slaName"}, {"ticketPriorityName", "priorityName"}, {"ticketPriorityColor", "priorityColor"}
        }) {
            info.set(label[0], labels.of(ticket, label[1]).orElse(null));
        }
        info.put("respondGoal", respond).put("respondActual", answered).put("respondRemaining", respond - answered);
        info.put("resolveGoal", resolve).put("resolveActual", spent).put("resolveRemaining", resolve - spent);
        info.put("waitingActual", waited).put("reopenActual", 0.0);
        info.put("timeTotalGoal", resolve).put("timeTotalActual", spent);
        return info.put("timeTotalRemaining", resolve - spent);
    }

    private double hoursTo(ObjectNode ticket, String field) {
        Instant end = ticket.hasNonNull(field) ? Lists.instant(Row.text(ticket, field)) : store.now();
        long minutes = minutes(ticket, "openDate", end);
        return Math.round(minutes / 60.0 * 100) / 100.0;
    }
}
