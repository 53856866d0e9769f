package io.nabla.api;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;

/** Where a plug-in's class comes from, for messages and listings: its name and its jar. */
public final class Origin {
    private Origin() {}

    /** The class of a plug-in and the file or module that it was loaded from: {@code demo.Cube (cube-1.0.jar)}. */
    public static String of(Object plugin) {
        Class<?> type = plugin.getClass();
        return type.getName() + " (" + place(type) + ")";
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null || location.getPath() == null || location.getPath().isEmpty()) {
            return "module " + type.getModule().getName();
        }
        return fileName(location);
    }

    private static String fileName(URL location) {
        try {
            String path = location.toURI().getPath(); // decoded: no %20 in messages
            return path == null || path.equals("/") ? location.toString() : new File(path).getName();
        } catch (URISyntaxException e) {
            return location.toString();
        }
    }
}
