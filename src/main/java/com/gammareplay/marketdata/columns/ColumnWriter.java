package com.gammareplay.marketdata.columns;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Writes columns one behind the other, each with its length before it: the form in which they are kept and digested.
 * Bytes are passed on a piece at a time, since a day at once is more than garbage collectors are good at.
 */
final class ColumnWriter {

    private static final int PIECE = 1 << 16;

    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
    private final Consumer<ByteBuffer> target;

    /**
     * A writer whose last piece is passed on by {@link #finish}.
     *
     * @param target takes all bytes of a buffer that is used again afterwards
     */
    ColumnWriter(Consumer<ByteBuffer> target) {
        this.target = target;
    }

    /** All that is written. */
    static ByteBuffer bytes(Consumer<ColumnWriter> columns) {
        var all = new ByteArrayOutputStream();
        var writer = new ColumnWriter(piece -> {
            var copy = new byte[piece.remaining()];
            piece.get(copy);
            all.writeBytes(copy);
        });
        columns.accept(writer);
        writer.finish();
        return ByteBuffer.wrap(all.toByteArray());
    }

    void add(long[] column) {
        var values = LongBuffer.wrap(column);
        start(column.length);
        while (values.hasRemaining()) {
            var some = some(values.remaining(), Long.BYTES);
            bytes.asLongBuffer().put(0, values, values.position(), some);
            values.position(values.position() + some);
            bytes.position(bytes.position() + some * Long.BYTES);
        }
    }

    void add(int[] column) {
        add(IntBuffer.wrap(column));
    }

    /** A column of which position and limit are not touched. */
    void add(IntBuffer column) {
        var length = column.limit();
        start(length);
        for (var from = 0; from < length; ) {
            var some = some(length - from, Integer.BYTES);
            bytes.asIntBuffer().put(0, column, from, some);
            bytes.position(bytes.position() + some * Integer.BYTES);
            from += some;
        }
    }

    void add(double[] column) {
        var values = DoubleBuffer.wrap(column);
        start(column.length);
        while (values.hasRemaining()) {
            var some = some(values.remaining(), Double.BYTES);
            bytes.asDoubleBuffer().put(0, values, values.position(), some);
            values.position(values.position() + some);
            bytes.position(bytes.position() + some * Double.BYTES);
        }
    }

    void add(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        start(utf8.length);
        for (var from = 0; from < utf8.length; ) {
            var some = some(utf8.length - from, 1);
            bytes.put(utf8, from, some);
            from += some;
        }
    }

    private void start(int length) {
        some(1, Integer.BYTES);
        bytes.putInt(length);
    }

    /** How many values go into this piece, at least one. */
    private int some(int values, int width) {
        if (bytes.remaining() < width) {
            finish();
        }
        return Math.min(values, bytes.remaining() / width);
    }

    /** Passes on what was written since the last piece. */
    void finish() {
        target.accept(bytes.flip());
        bytes.clear();
    }
}
