package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
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
 * Finds the recordings of a folder: each file {@code NAME.db} whose name is made of letters, digits, dots, underscores and
 * hyphens and does not begin with a dot. While it has none, the demo recording stands in.
 *
 * <p>A client's name is only ever compared with those found, so it cannot reach any other file; links out of the folder
 * are left out.
 *
 * @param demo the recording that stands in
 */
record RecordingPaths(Path folder, Path demo) {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingPaths.class);
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*\\.db");

    /** The recordings by name. */
    Map<String, Path> all() {
        var recordings = own();
        return recordings.isEmpty() && Files.isRegularFile(demo) ? Map.of(name(demo), demo) : recordings;
    }

    /** Those of the folder itself. */
    Map<String, Path> own() {
        var files = new TreeMap<String, Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            var root = folder.toRealPath();
            for (var file : entries) {
                if (FILE.matcher(file.getFileName().toString()).matches()) {
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

    private static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ".db".length());
    }
}
