package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.marketdata.columns.DayStore;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings of a folder: each file {@code NAME.db} whose name is made of letters, digits, dots, underscores and
 * hyphens and does not begin with a dot. While it has none, the demo recording stands in.
 *
 * <p>A client's name is only ever compared with those found, so it cannot reach any other file; links out of the folder
 * are left out.
 */
public final class RecordingFolder implements DatasetCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingFolder.class);
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*\\.db");

    private final Path folder;
    private final Path demo;
    private final Path copies;
    private final int busyTimeout;
    private final @Nullable DayStore store;
    private final KnownRecordings known = new KnownRecordings();

    /**
     * A folder that need not exist yet.
     *
     * @param demo the recording that stands in while the folder has none
     * @param copies folder for copies of recordings that cannot be read where they lie
     * @param busyTimeout how long to wait for a writer's lock, in milliseconds
     * @param store where days are kept that were read, null if nowhere
     */
    public RecordingFolder(Path folder, Path demo, Path copies, int busyTimeout, @Nullable DayStore store) {
        this.folder = folder;
        this.demo = demo;
        this.copies = copies;
        this.busyTimeout = busyTimeout;
        this.store = store;
    }

    /**
     * The recordings of a folder, with demo and copies in the home folder of this program.
     *
     * @param busyTimeout how long to wait for a writer's lock, in milliseconds
     * @param store where days are kept that were read, null if nowhere
     */
    public static RecordingFolder of(Path folder, Path home, int busyTimeout, @Nullable DayStore store) {
        return new RecordingFolder(
                folder, home.resolve("demo").resolve("demo.db"), home.resolve("copies"), busyTimeout, store);
    }

    /** Makes the demo recording if the folder has none of its own and it was not made before. */
    public void provideDemo(SyntheticRecordings.Progress progress) throws IOException {
        if (!recordings().isEmpty() || Files.exists(demo)) {
            return;
        }
        Files.createDirectories(Objects.requireNonNull(demo.getParent()));
        try {
            new SyntheticRecordings().writeDemo(demo, false, progress);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another process made {} meanwhile", demo, e);
        }
    }

    /** Deletes copies and unfinished days that a killed process left behind. */
    public void deleteLeftovers() {
        if (store != null) {
            store.tidy();
        }
        try (var left = Files.newDirectoryStream(copies, RecordingFile::isLeftover)) {
            left.forEach(Folders::delete);
        } catch (NoSuchFileException e) {
            LOG.debug("there never was a copy in {}", copies);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("{} could not be cleaned", copies, e);
        }
    }

    @Override
    public List<Dataset> datasets() {
        return files().entrySet().stream()
                .map(entry -> dataset(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Optional<Dataset> dataset(String name) {
        return Optional.ofNullable(files().get(name)).map(file -> dataset(name, file));
    }

    @Override
    public Map<String, RecordingState> states() {
        var states = new TreeMap<String, RecordingState>();
        files().forEach((name, file) -> {
            try {
                var stamp = FileStamp.of(file);
                states.put(name, new RecordingState(stamp.toString(), stamp.lastChange()));
            } catch (DataException e) {
                LOG.debug("{} cannot be looked at", file, e);
            }
        });
        return states;
    }

    @Override
    public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
        var file = files().get(name);
        if (file == null) {
            throw new DataException(Kind.MISSING, "there is no dataset " + name);
        }
        var recording = recording(file);
        var found = known.facts(recording, cancelled);
        return new ReplayDataProvider(recording, found.stamp(), found.facts(), store, needs, cancelled);
    }

    private Map<String, Path> files() {
        var recordings = recordings();
        return recordings.isEmpty() && Files.isRegularFile(demo) ? Map.of(name(demo), demo) : recordings;
    }

    private Map<String, Path> recordings() {
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

    private RecordingFile recording(Path file) {
        return new RecordingFile(file, copies, busyTimeout);
    }

    private Dataset dataset(String name, Path file) {
        try {
            var found = known.content(recording(file));
            return new Dataset(name, found.isSynthetic(), found.stamp().size(), found.content(), null);
        } catch (DataException e) {
            LOG.debug("{} cannot be read", file, e);
            return new Dataset(name, false, sizeOrZero(file), null, e.getMessage());
        }
    }

    private static long sizeOrZero(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
