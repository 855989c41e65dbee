package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;

/**
 * What the directory says of a recording's files, without opening them: closing a file drops all locks that this process
 * holds on it, those of SQLite among them.
 *
 * @param key inode of the file
 * @param size bytes
 * @param changed when anything about the file last changed, also its name or times; {@link #NEVER} where nobody knows
 * @param walKey inode of the write-ahead log beside it, empty without one
 * @param walSize bytes of the write-ahead log, 0 without one
 */
record FileStamp(
        String key, long size, FileTime modified, FileTime changed, String walKey, long walSize, FileTime walModified) {

    private static final FileTime NEVER = FileTime.fromMillis(0);

    /**
     * The present stamp of a recording.
     *
     * @throws DataException if the file is gone or cannot be read
     */
    static FileStamp of(Path file) {
        try {
            return read(file);
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    private static FileStamp read(Path file) throws IOException {
        var main = Files.readAttributes(file, BasicFileAttributes.class);
        var log = walOf(file);
        // Most have none, and an exception for each look would cost.
        var wal = log.getFileSystem().provider().readAttributesIfExists(log, BasicFileAttributes.class);
        return new FileStamp(
                key(main),
                main.size(),
                main.lastModifiedTime(),
                changed(file),
                wal == null ? "" : key(wal),
                wal == null ? 0 : wal.size(),
                wal == null ? NEVER : wal.lastModifiedTime());
    }

    /** A file that is replaced by one of the same size, with its time set back, still shows that something was done. */
    private static FileTime changed(Path file) throws IOException {
        try {
            return (FileTime) Files.getAttribute(file, "unix:ctime");
        } catch (UnsupportedOperationException | IllegalArgumentException _) {
            return NEVER;
        }
    }

    private static String key(BasicFileAttributes attributes) {
        return String.valueOf(attributes.fileKey());
    }

    /** What went wrong with a file, told without its folder. */
    static DataException problem(Path file, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> new DataException(Kind.MISSING, file.getFileName() + " is gone", cause);
            case AccessDeniedException _ ->
                new DataException(Kind.UNAVAILABLE, file.getFileName() + " cannot be read: no permission", cause);
            default ->
                new DataException(Kind.UNAVAILABLE, file.getFileName() + " cannot be read: " + reason(cause), cause);
        };
    }

    /** The reason of a problem without the paths that Java puts before it. */
    static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "no permission";
        }
        return cause instanceof FileSystemException problem
                ? Objects.requireNonNullElse(problem.getReason(), "the file system refuses it")
                : "input or output error";
    }

    /** The write-ahead log that SQLite keeps beside a file. */
    static Path walOf(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /** When the file or its log was last written to, as far as that cannot be set by anybody. */
    Instant lastChange() {
        var main = changed.equals(NEVER) ? modified : changed;
        return (walModified.compareTo(main) > 0 ? walModified : main).toInstant();
    }

    boolean isSameFile(FileStamp other) {
        return key.equals(other.key);
    }

    /** True if both were taken beside the same write-ahead log, whatever was written to it in between. */
    boolean isSameLog(FileStamp other) {
        return isSameFile(other) && hasWal() && walKey.equals(other.walKey);
    }

    /** True if the file can only be read through its write-ahead log. */
    boolean hasWal() {
        return walSize > 0;
    }
}
