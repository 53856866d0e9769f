package io.nabla.guice;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The jars of the plug-in folders. */
final class PluginFolder {
    private PluginFolder() {}

    /** Every jar of the folders, by folder and file name; a folder that is given twice counts once. */
    static List<PluginJar> jars(Path... folders) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path folder : folders) {
            files.addAll(filesIn(folder));
        }
        List<PluginJar> jars = new ArrayList<>();
        for (Path file : files) {
            jars.add(PluginJar.open(file));
        }
        refuseSharedGuiceModules(jars);
        return jars;
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.exists(folder)) {
            throw new PluginException("the plug-in folder " + folder + " does not exist");
        }
        if (!Files.isDirectory(folder)) {
            throw new PluginException(folder + " is a file; give the folder that holds the plug-in jars");
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.toRealPath(), PluginFolder::isJar)) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw new PluginException("the plug-in folder " + folder + " cannot be read: " + Reason.of(e), e);
        }
        if (files.isEmpty()) {
            throw new PluginException("the plug-in folder " + folder + " holds no jar");
        }
        Collections.sort(files);
        return files;
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar") && !Files.isDirectory(file); // Java knows no .JAR on a module path
    }

    /**
     * The same jar under two names would otherwise be hidden on the class path, and be told in riddles on the module
     * path.
     */
    private static void refuseSharedGuiceModules(List<PluginJar> jars) {
        Map<String, PluginJar> owners = new TreeMap<>();
        for (PluginJar jar : jars) {
            for (String guiceModule : jar.guiceModules()) {
                PluginJar other = owners.putIfAbsent(guiceModule, jar);
                if (other != null) {
                    throw new PluginException("the Guice module " + guiceModule + " is in both " + other.file()
                            + " and " + jar.file() + "; remove one of them");
                }
            }
        }
    }
}
