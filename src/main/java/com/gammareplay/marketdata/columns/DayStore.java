package com.gammareplay.marketdata.columns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
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
    /** Files in use are marked so now and then, for the oldest go first. */
    private static final Duration MARKED = Duration.ofHours(1);

    private static final long MOST_MAPPED_BYTES = 1L << 30;

    private final Path folder;
    private final DayFolder files;
    private final InstantSource clock;
    private final Cache<DayKey, Mapped> mapped = Caffeine.newBuilder()
            .maximumWeight(MOST_MAPPED_BYTES)
            .weigher((DayKey _, Mapped day) -> day.bytes())
            .build();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** A file that is mapped, and how it was then: whoever changes it later changes what is mapped. */
    private record Mapped(DayFile file, int bytes, Stamp stamp) {}

    private record Stamp(
            long size, FileTime modified, @Nullable Object key) {

        static Stamp of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    /**
     * A store in a folder that need not exist.
     *
     * @param mostBytes of all files together; the longest unused go when there are more
     */
    public DayStore(Path folder, long mostBytes, InstantSource clock) {
        this.folder = folder;
        this.files = new DayFolder(folder, SUFFIX, mostBytes);
        this.clock = clock;
    }

    /**
     * A day, if it is kept.
     *
     * @param source present state of the recording's files
     */
    public Optional<RecordedDay> find(DayKey key, String source) {
        var found = mapped(key).map(Mapped::file).filter(file -> file.source().equals(source));
        (found.isPresent() ? hits : misses).increment();
        return found.map(DayFile::day);
    }

    private Optional<Mapped> mapped(DayKey key) {
        var file = file(key);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            var stamp = Stamp.of(file);
            var known = mapped.getIfPresent(key);
            if (known != null && known.stamp().equals(stamp)) {
                return Optional.of(known);
            }
            var opened = open(file);
            opened.ifPresentOrElse(day -> mapped.put(key, day), () -> mapped.invalidate(key));
            return opened;
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private Optional<Mapped> open(Path file) throws IOException {
        mark(file);
        var stamp = Stamp.of(file);
        var day = DayFile.open(file);
        if (day.isEmpty()) {
            LOG.warn("{} is damaged or of another version, and is made anew", file.getFileName());
        }
        return day.map(found -> new Mapped(found, Math.toIntExact(stamp.size()), stamp));
    }

    private void mark(Path file) throws IOException {
        var now = clock.instant();
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(MARKED))) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
    }

    /**
     * Keeps a day, if there is room; whoever asks for it meanwhile reads the recording.
     *
     * @param source state of the recording's files in which it was read
     */
    public void keep(DayKey key, String source, RecordedDay day) {
        var bytes = DayFile.bytes(source, day);
        var temporary = files.temporary();
        try {
            Files.createDirectories(folder);
            write(temporary, bytes);
            Files.move(temporary, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            mapped.invalidate(key);
            files.added(bytes.limit());
        } catch (IOException e) {
            LOG.warn("{} could not be kept: {}", key.fileName(), e.toString());
            DayFolder.delete(temporary);
        }
    }

    private static void write(Path file, ByteBuffer bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private Path file(DayKey key) {
        return folder.resolve(key.fileName() + SUFFIX);
    }

    /** Deletes what killed processes left behind. */
    public void deleteLeftovers() {
        files.deleteLeftovers();
    }

    /** True if files that were written to at an instant may be written to again without anybody seeing it. */
    public boolean isTooYoung(Instant modified) {
        return Duration.between(modified, clock.instant()).abs().compareTo(DayFolder.CLOCK_TICK) < 0;
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
