package com.gammareplay.marketdata.columns;

import com.gammareplay.marketdata.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the days of recordings as files, so that each is read from its recording once. Files can be deleted at any time,
 * and several processes can share a folder: a file gets its name only when it is complete, and one that is damaged or was
 * made of another state of the recording counts as not there. Thread-safe.
 */
public final class DayStore {

    private static final Logger LOG = LoggerFactory.getLogger(DayStore.class);
    private static final String SUFFIX = ".day";
    /** Some file systems know the time of a change to two seconds only. */
    private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

    private final Path folder;
    private final DayFolder files;
    private final InstantSource clock;
    private final HourlyWarning reading;
    private final HourlyWarning keeping;
    private final MappedDays mapped;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * A store in a folder that need not exist.
     *
     * @param mostBytes of all files together; the longest unused go when there are more
     */
    public DayStore(Path folder, long mostBytes, InstantSource clock) {
        this.folder = folder;
        this.files = new DayFolder(folder, SUFFIX, mostBytes, clock);
        this.clock = clock;
        this.reading = new HourlyWarning(LOG, clock);
        this.keeping = new HourlyWarning(LOG, clock);
        this.mapped = new MappedDays(clock);
    }

    /**
     * How much may be kept, if that can be.
     *
     * @throws IllegalArgumentException if it is less than nothing
     */
    public static long requireSize(long mostBytes) {
        if (mostBytes < 0) {
            throw new IllegalArgumentException("must be at least 0 bytes, was " + mostBytes);
        }
        return mostBytes;
    }

    /**
     * A day, if it is kept.
     *
     * @param isValid whether what was read then is still so
     */
    public Optional<RecordedDay> find(DayKey key, Predicate<DayOrigin> isValid) {
        var found = look(key, isValid);
        (found.isPresent() ? hits : misses).increment();
        return found;
    }

    /** The same for who does not replay it. */
    public Optional<RecordedDay> look(DayKey key, Predicate<DayOrigin> isValid) {
        return open(key).filter(file -> isValid.test(file.origin())).map(DayFile::day);
    }

    /**
     * Whether a day is kept, without a look at its columns: those of a damaged file are found out by {@link #find}.
     *
     * @param state present one of the recording's files
     */
    public boolean isKept(DayKey key, String state) {
        var file = file(key);
        try {
            return Files.exists(file) && DayFile.isMadeIn(state, key, file);
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            reading.say(file + " cannot be read", FileProblem.reason(e));
            return false;
        }
    }

    private Optional<DayFile> open(DayKey key) {
        var file = file(key);
        try {
            return mapped.open(key, file).filter(found -> found.key().equals(key.toString()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            reading.say(file + " cannot be read", FileProblem.reason(e));
            return Optional.empty();
        }
    }

    /**
     * Keeps a day, if there is room; whoever asks for it meanwhile reads the recording.
     *
     * @return the day as it is kept, or as it is where that is not possible. Both are the same, but the JVM makes faster
     *     code for replays that see mapped columns only
     */
    public RecordedDay keep(DayKey key, DayOrigin origin, RecordedDay day) {
        return write(key, origin, day) ? look(key, origin::equals).orElse(day) : day;
    }

    private boolean write(DayKey key, DayOrigin origin, RecordedDay day) {
        var temporary = files.temporary();
        try {
            Files.createDirectories(folder);
            var bytes = DayFile.write(temporary, key, origin, day);
            Files.move(temporary, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            mapped.forget(key);
            files.added(bytes);
            return true;
        } catch (IOException e) {
            keeping.say("Days cannot be kept in " + folder, FileProblem.of(e));
            discard(temporary);
            return false;
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.debug("{} is left behind", temporary, e);
        }
    }

    private Path file(DayKey key) {
        return folder.resolve(key.fileName() + SUFFIX);
    }

    /** Deletes what killed processes left behind, and makes room if there are too many files. */
    public void tidy() {
        files.tidy();
    }

    /** True if files that were written to at an instant may be written to again without anybody seeing it. */
    public boolean isTooYoung(Instant modified) {
        return modified.isAfter(clock.instant().minus(CLOCK_TICK));
    }

    /** How often a day was there. */
    public long hits() {
        return hits.sum();
    }

    /** How often a day was not there. */
    public long misses() {
        return misses.sum();
    }

    /** Bytes of all files. */
    public long bytes() {
        return files.bytes();
    }
}
