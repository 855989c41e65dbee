package com.gammareplay.marketdata.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the kept days: how large it is, and what goes when it gets too large. Thread-safe. */
final class DayFolder {

    /** Some file systems know the time of a change to two seconds only. */
    static final Duration CLOCK_TICK = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(DayFolder.class);
    private static final String TEMPORARY = ".part";
    /** After a cleaning there is room for some more. */
    private static final double KEPT = 0.9;

    private final Path folder;
    private final String suffix;
    private final long mostBytes;
    /** Negative until the folder was looked at. */
    private final AtomicLong bytes = new AtomicLong(-1);

    private record Kept(Path file, long size, Instant used) {}

    DayFolder(Path folder, String suffix, long mostBytes) {
        this.folder = folder;
        this.suffix = suffix;
        this.mostBytes = mostBytes;
    }

    /** A name that no other file has. */
    Path temporary() {
        return folder.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID() + TEMPORARY);
    }

    /** Notes that a file has come in, and makes room if there are too many. */
    void added(long size) throws IOException {
        if (bytes.get() < 0 || bytes.addAndGet(size) > mostBytes) {
            clean();
        }
    }

    /** Bytes of all files, as of the last look and what was added since. */
    long bytes() {
        return Math.max(0, bytes.get());
    }

    private synchronized void clean() throws IOException {
        var files = files();
        var total = files.stream().mapToLong(Kept::size).sum();
        if (total > mostBytes) {
            files.sort(Comparator.comparing(Kept::used));
            for (var file : files) {
                if (total <= mostBytes * KEPT) {
                    break;
                }
                delete(file.file());
                total -= file.size();
            }
        }
        bytes.set(total);
    }

    private List<Kept> files() throws IOException {
        var files = new ArrayList<Kept>();
        try (var found = Files.newDirectoryStream(folder, "*" + suffix)) {
            for (var file : found) {
                try {
                    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    files.add(new Kept(
                            file,
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()));
                } catch (NoSuchFileException _) {
                    LOG.debug("{} was deleted meanwhile", file);
                }
            }
        }
        return files;
    }

    /** Deletes the unfinished files of processes that are no more. */
    void deleteLeftovers() {
        try (var found = Files.newDirectoryStream(folder, "*" + TEMPORARY)) {
            for (var file : found) {
                if (isLeftover(file)) {
                    delete(file);
                }
            }
        } catch (NoSuchFileException _) {
            LOG.debug("there never was a day in {}", folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} could not be cleaned: {}", folder, e.toString());
        }
    }

    private static boolean isLeftover(Path file) {
        var name = file.getFileName().toString();
        var pid = name.substring(0, Math.max(0, name.indexOf('-')));
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted: {}", file, e.toString());
        }
    }
}
