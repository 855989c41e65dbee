package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a recording's files look like from outside; two equal states mean that nothing was written in between.
 *
 * @param changeCounter SQLite's, from the file's header
 * @param pages of SQLite, from the file's header; 0 if the header does not say
 * @param pageSize bytes
 * @param isWal whether the file is in WAL mode
 * @param walSalts those in the header of the write-ahead log, which change when it is written from its start; 0 without
 */
record FileState(FileStamp stamp, long changeCounter, long pages, int pageSize, boolean isWal, long walSalts) {

    private static final int HEADER = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PAGE_SIZE = 16;
    private static final int READ_VERSION = 19;
    private static final int CHANGE_COUNTER = 24;
    private static final int PAGES = 28;
    private static final int PAGES_VALID_FOR = 92;
    private static final int WAL_HEADER = 32;
    private static final int WAL_SALTS = 16;

    /**
     * The present state of a recording.
     *
     * @throws DataException if the file is gone, cannot be read, or is no SQLite database
     */
    static FileState of(Path file) {
        try {
            for (var stamp = FileStamp.of(file); ; ) {
                var header = bytes(file, HEADER);
                var salts = stamp.hasWal() ? salts(file) : 0;
                var after = FileStamp.of(file);
                if (after.isSameFile(stamp)) {
                    return of(file, after, header, salts);
                }
                stamp = after;
            }
        } catch (IOException e) {
            throw FileStamp.problem(file, e);
        }
    }

    private static FileState of(Path file, FileStamp stamp, ByteBuffer header, long salts) {
        check(file, header);
        var pageSize = header.getShort(PAGE_SIZE) & 0xffff;
        var changeCounter = header.getInt(CHANGE_COUNTER) & 0xffffffffL;
        var arePagesValid = changeCounter == (header.getInt(PAGES_VALID_FOR) & 0xffffffffL);
        return new FileState(
                stamp,
                changeCounter,
                arePagesValid ? header.getInt(PAGES) & 0xffffffffL : 0,
                pageSize == 1 ? 1 << 16 : pageSize,
                header.get(READ_VERSION) == 2,
                salts);
    }

    private static long salts(Path file) throws IOException {
        try {
            var header = bytes(FileStamp.walOf(file), WAL_HEADER);
            return header.hasRemaining() ? 0 : header.getLong(WAL_SALTS);
        } catch (NoSuchFileException e) {
            return 0; // it went away since
        }
    }

    /** The first bytes of a file, or all of it if it is shorter. */
    private static ByteBuffer bytes(Path file, int length) throws IOException {
        var header = ByteBuffer.allocate(length);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (var read = 0; read >= 0 && header.hasRemaining(); ) {
                read = channel.read(header);
            }
        }
        return header;
    }

    private static void check(Path file, ByteBuffer header) {
        if (header.position() == 0) {
            throw corrupt(file, "is empty");
        }
        for (var i = 0; i < Math.min(MAGIC.length, header.position()); i++) {
            if (header.get(i) != MAGIC[i]) {
                throw corrupt(file, "is not an SQLite database");
            }
        }
        if (header.hasRemaining()) {
            throw corrupt(file, "is truncated: it ends within the header of an SQLite database");
        }
    }

    private static DataException corrupt(Path file, String what) {
        return new DataException(Kind.CORRUPT, file.getFileName() + " " + what);
    }

    /** True if nobody can be writing, as far as can be seen, so that SQLite need not make files of its own. */
    boolean isImmutable() {
        return isWal && !stamp.hasWal();
    }

    /** True if the file ends before its last page; or, for a moment, while a writer makes it longer. */
    boolean isTruncated() {
        return !stamp.hasWal() && stamp.size() < pages * pageSize;
    }

    String sizes() {
        return stamp.size() + " of " + pages * pageSize + " bytes";
    }
}
