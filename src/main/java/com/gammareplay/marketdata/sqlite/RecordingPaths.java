package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.FileProblem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the recordings of two folders, the user's and that to which this program writes: each file {@code NAME.db} whose name is made of letters, digits, dots, underscores and
 * hyphens and does not begin with a dot. While the user's folder has none, the demo recording stands in; its recordings, or
 * the demo, hide those of the other one with the same name.
 *
 * <p>A client's name is only ever compared with those found, so it cannot reach any other file; links out of the folder
 * are left out.
 *
 * @param folder the user's, never written to
 * @param written the one to which this program writes
 * @param demo the recording that stands in
 */
public record RecordingPaths(Path folder, Path written, Path demo) {

    /** With which the name of a file ends that is a recording. */
    public static final String EXTENSION = ".db";

    private static final Logger LOG = LoggerFactory.getLogger(RecordingPaths.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    /** In the home folder of this program, the one to which it writes. */
    public static Path written(Path home) {
        return home.resolve("recordings");
    }

    /** In the home folder of this program, the one for copies. */
    public static Path copies(Path home) {
        return home.resolve("copies");
    }

    /** Whether a recording may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static boolean isRecording(Path file) {
        return file.getFileName().toString().endsWith(EXTENSION) && isName(name(file));
    }

    /** The file of a recording that is to be written. */
    static String fileName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("name must be one of a recording, was " + name);
        }
        return name + EXTENSION;
    }

    /** The recordings by name. */
    Map<String, Path> all() {
        var recordings = new TreeMap<>(writtenHere());
        var own = own();
        recordings.putAll(own.isEmpty() && Files.isRegularFile(demo) ? Map.of(name(demo), demo) : own);
        return recordings;
    }

    /** Those of the user's folder. */
    Map<String, Path> own() {
        return of(folder);
    }

    /** The user's can be replayed also where a folder of our own cannot be seen. */
    private Map<String, Path> writtenHere() {
        if (!Files.exists(written)) { // most have none, and an exception for each look would cost
            return Map.of();
        }
        try {
            return of(written);
        } catch (DataException e) {
            LOG.warn(
                    "live recordings are left out: {}",
                    e.getCause() instanceof IOException cause ? FileProblem.of(cause) : e.getMessage());
            return Map.of();
        }
    }

    /** Whether a recording is one to which this program writes. */
    boolean isWritten(Path file) {
        try {
            return Files.exists(written) && file.startsWith(written.toRealPath());
        } catch (IOException e) {
            LOG.debug("{} cannot be found", written, e);
            return false;
        }
    }

    private static Map<String, Path> of(Path folder) {
        var files = new TreeMap<String, Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            var root = folder.toRealPath();
            for (var file : entries) {
                if (isRecording(file)) {
                    inside(root, file).ifPresent(found -> files.put(name(file), found));
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("there is no folder {}", folder);
        } catch (IOException | DirectoryIteratorException e) {
            throw new DataException(Kind.UNAVAILABLE, "the folder of the recordings cannot be read", e);
        }
        return files;
    }

    /** Where a file really lies, for SQLite keeps its log there; empty if that is outside of the folder. */
    private static Optional<Path> inside(Path root, Path file) {
        try {
            var found = file.toRealPath();
            return found.startsWith(root) && Files.isRegularFile(found) ? Optional.of(found) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("{} leads nowhere", file, e);
            return Optional.empty();
        }
    }

    /** The name of the recording in a file. */
    public static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - EXTENSION.length());
    }
}
