package io.mortise.sandbox.internal.itglue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What IT Glue tells from a file's name. */
final class MediaTypes {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("xml", "application/xml"),
            Map.entry("zip", "application/zip"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    private static final Set<String> VIEWABLE = Set.of("pdf", "png", "jpg", "jpeg", "gif", "txt");

    private MediaTypes() {}

    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static String of(String fileName) {
        return TYPES.getOrDefault(extension(fileName), "application/octet-stream");
    }

    static boolean viewable(String fileName) {
        return VIEWABLE.contains(extension(fileName));
    }
}
