package io.mortise.web.internal.screens;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mortise.api.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The screens that are there now. Thread-safe. */
public final class Plugins {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper mapper = new JsonMapper();
    private final SortedMap<String, Plugin> plugins = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param changed told of each change, on the thread that starts or stops bundles */
    public void listen(Runnable changed) {
        listeners.add(changed);
    }

    /** @param at where its description lies, below its ui folder: "plugin.json" */
    public void add(String id, Files files, String at) throws IOException {
        byte[] json = files.read(at).orElseThrow(() -> new IOException("there is no ui/" + at));
        plugins.put(id, new Plugin(id, files, mapper.readValue(json, OBJECT)));
        listeners.forEach(Runnable::run);
    }

    public void remove(String id) {
        if (plugins.remove(id) != null) listeners.forEach(Runnable::run);
    }

    Optional<Files> files(String id, String rev) {
        return Optional.ofNullable(plugins.get(id))
                .filter(plugin -> plugin.rev().equals(rev))
                .map(Plugin::files);
    }

    List<Map<String, Object>> shownTo(Caller caller) {
        Collection<Plugin> all = plugins.values();
        return all.stream()
                .map(plugin -> plugin.shownTo(caller))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of all screens together. */
    public String rev() {
        String all = plugins.values().stream().map(p -> p.id() + "@" + p.rev()).collect(Collectors.joining(" "));
        CRC32 sum = new CRC32();
        sum.update(all.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }
}
