package com.gammareplay.marketdata.columns;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks files in use by their time, now and then, for the oldest go first. Thread-safe. */
final class UseMarks {

    private static final Logger LOG = LoggerFactory.getLogger(UseMarks.class);
    private static final Duration MARKED = Duration.ofHours(1);

    private final InstantSource clock;

    UseMarks(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * How a file is; whoever changes its content changes this.
     *
     * @param changed when anything about it last changed, which nobody can set back; null where nobody knows
     */
    record Stamp(
            long size,
            FileTime modified,
            @Nullable Object changed,
            @Nullable Object key) {

        private static @Nullable Stamp of(Path file) throws IOException {
            // Asked like this, since an exception for each file that is not there would cost.
            var attributes = file.getFileSystem().provider().readAttributesIfExists(file, BasicFileAttributes.class);
            return attributes == null
                    ? null
                    : new Stamp(attributes.size(), attributes.lastModifiedTime(), changed(file), attributes.fileKey());
        }

        private static @Nullable Object changed(Path file) throws IOException {
            try {
                return Files.getAttribute(file, "unix:ctime");
            } catch (UnsupportedOperationException | IllegalArgumentException _) {
                return null;
            }
        }
    }

    /**
     * Shows those who make room that a file is used; it can be read also where that is not possible.
     *
     * @return how it is then, null if it is not there
     */
    @Nullable
    Stamp mark(Path file) throws IOException {
        var stamp = Stamp.of(file);
        var now = clock.instant();
        if (stamp == null || stamp.modified().toInstant().isAfter(now.minus(MARKED))) {
            return stamp;
        }
        try {
            Files.setLastModifiedTime(file, FileTime.from(now));
        } catch (FileSystemException e) {
            LOG.debug("{} cannot be marked as used: {}", file, e.toString());
        }
        return Stamp.of(file);
    }
}
