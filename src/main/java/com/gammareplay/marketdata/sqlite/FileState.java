package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What a recording's files look like from outside; two equal states mean that nothing was written in between.
 *
 * @param key inode of the file
 * @param size bytes
 * @param changeCounter SQLite's, from the file's header
 * @param pages of SQLite, from the file's header; 0 if the header does not say
 * @param pageSize bytes
 * @param isWal whether the file is in WAL mode
 * @param walSize bytes of the write-ahead log beside it, 0 without one
 */
record FileState(
        String key,
        long size,
        FileTime modified,
        long changeCounter,
        long pages,
        int pageSize,
        boolean isWal,
        long walSize,
        FileTime walModified) {

    private static final int HEADER = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PAGE_SIZE = 16;
    private static final int READ_VERSION = 19;
    private static final int CHANGE_COUNTER = 24;
    private static final int PAGES = 28;
    private static final int PAGES_VALID_FOR = 92;
    private static final FileTime NEVER = FileTime.fromMillis(0);

    /**
     * The present state of a recording.
     *
     * @throws DataException if the file is gone, cannot be read, or is no SQLite database
     */
    static FileState of(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return of(attributes, header(file, attributes.size()), wal(file));
        } catch (NoSuchFileException e) {
            throw new DataException(DataException.Kind.MISSING, file.getFileName() + " is gone", e);
        } catch (AccessDeniedException e) {
            throw new DataException(
                    DataException.Kind.UNAVAILABLE, file.getFileName() + " cannot be read: no permission", e);
        } catch (IOException e) {
            throw new DataException(
                    DataException.Kind.UNAVAILABLE, file.getFileName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static FileState of(BasicFileAttributes attributes, ByteBuffer header, Wal wal) {
        var pageSize = header.getShort(PAGE_SIZE) & 0xffff;
        var changeCounter = header.getInt(CHANGE_COUNTER) & 0xffffffffL;
        var arePagesValid = changeCounter == (header.getInt(PAGES_VALID_FOR) & 0xffffffffL);
        return new FileState(
                String.valueOf(attributes.fileKey()),
                attributes.size(),
                attributes.lastModifiedTime(),
                changeCounter,
                arePagesValid ? header.getInt(PAGES) & 0xffffffffL : 0,
                pageSize == 1 ? 1 << 16 : pageSize,
                header.get(READ_VERSION) == 2,
                wal.size(),
                wal.modified());
    }

    private static ByteBuffer header(Path file, long size) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (var read = 0; read >= 0 && header.hasRemaining(); ) {
                read = channel.read(header);
            }
        }
        if (size == 0) {
            throw corrupt(file, "is empty");
        }
        for (var i = 0; i < MAGIC.length; i++) {
            if (header.get(i) != MAGIC[i]) {
                throw corrupt(file, "is not an SQLite database");
            }
        }
        if (header.hasRemaining()) {
            throw corrupt(file, "is truncated: it ends within the header of an SQLite database");
        }
        return header;
    }

    private static DataException corrupt(Path file, String what) {
        return new DataException(DataException.Kind.CORRUPT, file.getFileName() + " " + what);
    }

    private record Wal(long size, FileTime modified) {}

    private static Wal wal(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(walOf(file), BasicFileAttributes.class);
            return new Wal(attributes.size(), attributes.lastModifiedTime());
        } catch (NoSuchFileException e) {
            return new Wal(0, NEVER);
        }
    }

    /** The write-ahead log that SQLite keeps beside a file. */
    static Path walOf(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /** True if the file can only be read through its write-ahead log. */
    boolean hasWal() {
        return walSize > 0;
    }

    /** True if nobody can be writing, as far as can be seen, so that SQLite need not make files of its own. */
    boolean isImmutable() {
        return isWal && !hasWal();
    }

    /** True if the file ends before its last page. */
    boolean isTruncated() {
        return !hasWal() && size < pages * pageSize;
    }
}
