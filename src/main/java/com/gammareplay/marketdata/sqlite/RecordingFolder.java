package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.marketdata.columns.DayStore;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings of a folder and those that this program writes, and what was found in them. While the folder has none, the
 * demo recording stands in.
 */
public final class RecordingFolder implements DatasetCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingFolder.class);

    private final RecordingPaths paths;
    private final Path copies;
    private final int busyTimeout;
    private final @Nullable DayStore store;
    private final Map<Path, RecordingGrowth> growth = new ConcurrentHashMap<>();
    private final KnownRecordings known = new KnownRecordings();

    /**
     * Folders that need not exist yet.
     *
     * @param written the one to which this program writes recordings
     * @param demo the recording that stands in while the folder has none
     * @param copies folder for copies of recordings that cannot be read where they lie
     * @param busyTimeout how long to wait for a writer's lock, in milliseconds
     * @param store where days are kept that were read, null if nowhere
     */
    public RecordingFolder(
            Path folder, Path written, Path demo, Path copies, int busyTimeout, @Nullable DayStore store) {
        this.paths = new RecordingPaths(folder, written, demo);
        this.copies = copies;
        this.busyTimeout = busyTimeout;
        this.store = store;
    }

    /**
     * The recordings of this program in its home folder alone.
     *
     * @param busyTimeout how long to wait for a writer's lock, in milliseconds
     * @param store where days are kept that were read, null if nowhere
     */
    public static RecordingFolder written(Path home, int busyTimeout, @Nullable DayStore store) {
        return of(RecordingPaths.written(home), home, busyTimeout, store);
    }

    /**
     * The recordings of a folder, with the demo, copies and the recordings of this program in its home folder.
     *
     * @param busyTimeout how long to wait for a writer's lock, in milliseconds
     * @param store where days are kept that were read, null if nowhere
     */
    public static RecordingFolder of(Path folder, Path home, int busyTimeout, @Nullable DayStore store) {
        return new RecordingFolder(
                folder,
                RecordingPaths.written(home),
                home.resolve("demo").resolve("demo.db"),
                RecordingPaths.copies(home),
                busyTimeout,
                store);
    }

    /**
     * Makes the demo recording if the folder has none of its own and it was not made before.
     *
     * @return whether it stands in
     */
    public boolean provideDemo(SyntheticRecordings.Progress progress) throws IOException {
        if (!paths.own().isEmpty()) {
            return false;
        }
        var demo = paths.demo();
        if (Files.exists(demo)) {
            return true;
        }
        Files.createDirectories(Objects.requireNonNull(demo.getParent()));
        try {
            new SyntheticRecordings().writeDemo(demo, false, progress);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another process made {} meanwhile", demo, e);
        }
        return true;
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
        return paths.all().entrySet().stream()
                .map(entry -> dataset(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Optional<Dataset> dataset(String name) {
        return Optional.ofNullable(paths.all().get(name)).map(file -> dataset(name, file));
    }

    @Override
    public Map<String, RecordingState> states() {
        var states = new TreeMap<String, RecordingState>();
        paths.all().forEach((name, file) -> {
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
    public Optional<SessionRange> sessions(String name, ZoneId zone) {
        return known.sessions(recording(name), zone);
    }

    @Override
    public long rows(String name) {
        return known.rows(recording(name));
    }

    @Override
    public void count(String name, BooleanSupplier cancelled) {
        known.count(recording(name), cancelled);
    }

    @Override
    public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
        var recording = recording(name);
        var found = known.facts(recording, needs.databaseZone(), cancelled);
        return new ReplayDataProvider(
                recording, found.stamp(), found.facts(), store, growth(recording), needs, cancelled);
    }

    private RecordingFile recording(String name) {
        var file = paths.all().get(name);
        if (file == null) {
            throw new DataException(Kind.MISSING, "there is no dataset " + name);
        }
        return recording(file);
    }

    private RecordingGrowth growth(RecordingFile recording) {
        return growth.computeIfAbsent(recording.path(), _ -> new RecordingGrowth());
    }

    private RecordingFile recording(Path file) {
        return new RecordingFile(file, copies, busyTimeout);
    }

    private Dataset dataset(String name, Path file) {
        var live = paths.isWritten(file);
        try {
            var found = known.content(recording(file));
            return new Dataset(name, found.isSynthetic(), live, found.stamp().size(), found.content(), null);
        } catch (DataException e) {
            LOG.debug("{} cannot be read", file, e);
            return new Dataset(name, false, live, file.toFile().length(), null, e.getMessage());
        }
    }
}
