package com.gammareplay.marketdata.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A day as a file: magic, version, length, checksum of all that follows, what it was made of, and the columns. It is
 * mapped into memory and used where it lies.
 *
 * @param key of the day; a file may have got its name by mistake
 */
record DayFile(String key, DayOrigin origin, RecordedDay day) {

    /** To be changed with the form of the columns, or with what is read into them. */
    static final int VERSION = 6;

    private static final long MAGIC = 0x31594144414d4d47L;
    private static final int VERSION_PLACE = Long.BYTES;
    private static final int CHECKSUM_PLACE = VERSION_PLACE + Integer.BYTES;
    private static final int LENGTH_PLACE = CHECKSUM_PLACE + Integer.BYTES;
    private static final int HEADER = LENGTH_PLACE + Long.BYTES;

    /**
     * Writes a new file.
     *
     * @return its bytes
     */
    static long write(Path file, DayKey key, DayOrigin origin, RecordedDay day) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var checksum = new CRC32C();
            var writer = new ColumnWriter(piece -> {
                checksum.update(piece.duplicate());
                writeNext(channel, piece);
            });
            channel.position(HEADER);
            addState(writer, key, origin.state());
            writer.add(origin.rows());
            day.write(writer);
            writer.finish();
            var size = channel.position();
            channel.position(0);
            writeNext(channel, header((int) checksum.getValue(), size - HEADER));
            return size;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void addState(ColumnWriter writer, DayKey key, String state) {
        writer.add(key.toString());
        writer.add(state);
    }

    private static ByteBuffer header(int checksum, long length) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(checksum)
                .putLong(length)
                .flip();
    }

    private static void writeNext(FileChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int checksum(ByteBuffer content) {
        var checksum = new CRC32C();
        checksum.update(content.duplicate());
        return (int) checksum.getValue();
    }

    /**
     * Maps a file; empty if it is damaged, or of another version.
     *
     * @throws IOException if it is not there or cannot be read
     */
    static Optional<DayFile> open(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < HEADER || channel.size() > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            return read(channel.map(MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    /**
     * Whether a file seems to have been made in a state of the recording's files. Its columns are not looked at, so it may be damaged.
     *
     * @throws IOException if it is not there or cannot be read
     */
    static boolean isMadeIn(String state, DayKey key, Path file) throws IOException {
        var expected = ColumnWriter.bytes(writer -> addState(writer, key, state));
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var start = ByteBuffer.allocate(HEADER + expected.remaining()).order(ByteOrder.LITTLE_ENDIAN);
            while (start.hasRemaining()) {
                if (channel.read(start) < 0) {
                    return false;
                }
            }
            return isWhole(start.flip(), channel.size())
                    && start.slice(HEADER, expected.remaining()).equals(expected);
        }
    }

    private static boolean isWhole(ByteBuffer bytes, long size) {
        return bytes.getLong(0) == MAGIC
                && bytes.getInt(VERSION_PLACE) == VERSION
                && bytes.getLong(LENGTH_PLACE) == size - HEADER;
    }

    private static Optional<DayFile> read(ByteBuffer bytes) {
        var content = bytes.slice(HEADER, bytes.limit() - HEADER);
        if (!isWhole(bytes, bytes.limit()) || bytes.getInt(CHECKSUM_PLACE) != checksum(content)) {
            return Optional.empty();
        }
        try {
            var reader = new ColumnReader(content);
            return Optional.of(
                    new DayFile(reader.text(), new DayOrigin(reader.text(), reader.text()), RecordedDay.read(reader)));
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ArithmeticException _) {
            return Optional.empty(); // written by a program that made other columns under the same version
        }
    }
}
