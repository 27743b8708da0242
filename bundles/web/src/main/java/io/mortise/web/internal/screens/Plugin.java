package io.mortise.web.internal.screens;

import io.mortise.api.Caller;
import io.mortise.model.Right;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bundle's screens.
 *
 * @param id the bundle's symbolic name
 * @param description what its plugin.json says
 */
record Plugin(String id, Files files, Map<String, Object> description) {
    String rev() {
        return files.rev();
    }

    /** As this person may know of it; empty when nothing in it is for him. */
    Optional<Map<String, Object>> shownTo(Caller caller) {
        List<Object> all = description.get("contributions") instanceof List<?> list ? List.copyOf(list) : List.of();
        List<Object> his = all.stream().filter(one -> isFor(caller, one)).toList();
        if (his.isEmpty() && !all.isEmpty()) return Optional.empty();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("rev", rev());
        json.put("base", "/x/" + id + "/" + rev() + "/");
        description.forEach(json::putIfAbsent);
        json.put("contributions", new ArrayList<>(his));
        return Optional.of(json);
    }

    private static boolean isFor(Caller caller, Object contribution) {
        Object needs = contribution instanceof Map<?, ?> map ? map.get("needs") : null;
        if (needs == null) return true;
        return needs instanceof List<?> rights
                && rights.stream().allMatch(right -> caller.may(Right.named(right.toString())));
    }
}
