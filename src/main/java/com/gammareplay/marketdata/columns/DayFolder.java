package com.gammareplay.marketdata.columns;

import com.gammareplay.marketdata.FileProblem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the kept days: how large it is, and what goes when it gets too large. Thread-safe. */
final class DayFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DayFolder.class);
    private static final String TEMPORARY = ".part";
    /** Nobody writes a day for so long; a process may have the number of one that was killed. */
    private static final Duration LEFT = Duration.ofHours(1);

    /** After a cleaning there is room for some more. */
    private static final double KEPT = 0.9;
    /** Others may write to the folder too: after so much of the limit was added here it is looked at again. */
    private static final double ADDED_UNSEEN = 0.05;

    private final Path folder;
    private final String suffix;
    private final long mostBytes;
    private final InstantSource clock;
    /** Negative until the folder was looked at. */
    private final AtomicLong bytes = new AtomicLong(-1);
    /** Bytes added here since it was looked at. */
    private final AtomicLong unseen = new AtomicLong();

    private record Kept(Path file, long size, Instant used) {}

    DayFolder(Path folder, String suffix, long mostBytes, InstantSource clock) {
        this.folder = folder;
        this.suffix = suffix;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** A name that no other file has. */
    Path temporary() {
        return folder.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID() + TEMPORARY);
    }

    /** Notes that a file has come in, and makes room if there are too many. */
    void added(long size) throws IOException {
        if (bytes.get() < 0 || bytes.addAndGet(size) > mostBytes || unseen.addAndGet(size) > mostBytes * ADDED_UNSEEN) {
            clean();
        }
    }

    /** Bytes of all files, as of the last look and what was added since. */
    long bytes() {
        return Math.max(0, bytes.get());
    }

    /** Looks at the folder, whoever wrote to it. */
    void tidy() {
        try {
            clean();
        } catch (NoSuchFileException _) {
            LOG.debug("there never was a day in {}", folder);
        } catch (IOException e) {
            LOG.warn("{} could not be cleaned: {}", folder, FileProblem.of(e));
        }
    }

    /** Deletes the unfinished files of processes that are no more, and makes room if there are too many others. */
    private synchronized void clean() throws IOException {
        deleteLeftovers();
        unseen.set(0);
        var files = files(suffix);
        var total = Stream.concat(files.stream(), files(TEMPORARY).stream())
                .mapToLong(Kept::size)
                .sum();
        if (total > mostBytes) {
            files.sort(Comparator.comparing(Kept::used));
            for (var file : files) {
                if (total <= mostBytes * KEPT) {
                    break;
                }
                if (delete(file.file())) {
                    total -= file.size();
                }
            }
        }
        bytes.set(total);
    }

    private List<Kept> files(String ending) throws IOException {
        var files = new ArrayList<Kept>();
        for (var file : list(ending)) {
            try {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                files.add(new Kept(
                        file, attributes.size(), attributes.lastModifiedTime().toInstant()));
            } catch (NoSuchFileException _) {
                LOG.debug("{} was deleted meanwhile", file);
            }
        }
        return files;
    }

    private List<Path> list(String ending) throws IOException {
        var files = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(folder, "*" + ending)) {
            found.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    private void deleteLeftovers() throws IOException {
        for (var file : list(TEMPORARY)) {
            if (isLeftover(file)) {
                delete(file);
            }
        }
    }

    private boolean isLeftover(Path file) throws IOException {
        var name = file.getFileName().toString();
        var pid = name.substring(0, Math.max(0, name.indexOf('-')));
        return pid.matches("[0-9]{1,18}")
                && (ProcessHandle.of(Long.parseLong(pid)).isEmpty() || isOld(file));
    }

    private boolean isOld(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(clock.instant().minus(LEFT));
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /** True if it is no more. */
    static boolean delete(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            LOG.warn("{} could not be deleted: {}", file, FileProblem.of(e));
            return false;
        }
    }
}
