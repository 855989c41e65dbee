package com.gammareplay.marketdata.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;

/** Writes columns one behind the other, each with its length before it: the form in which they are kept and digested. */
final class ColumnWriter {

    private static final int FIRST_CAPACITY = 1 << 16;

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

    void add(long[] column) {
        start(column.length, Long.BYTES).asLongBuffer().put(column);
        bytes.position(bytes.position() + column.length * Long.BYTES);
    }

    void add(int[] column) {
        add(IntBuffer.wrap(column));
    }

    /** A column of which position and limit are not touched. */
    void add(IntBuffer column) {
        var length = column.limit();
        start(length, Integer.BYTES).asIntBuffer().put(0, column, 0, length);
        bytes.position(bytes.position() + length * Integer.BYTES);
    }

    void add(double[] column) {
        start(column.length, Double.BYTES).asDoubleBuffer().put(column);
        bytes.position(bytes.position() + column.length * Double.BYTES);
    }

    void add(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        start(utf8.length, 1).put(utf8);
    }

    private ByteBuffer start(int length, int width) {
        require(Integer.BYTES + length * width);
        return bytes.putInt(length);
    }

    private void require(int more) {
        if (bytes.remaining() < more) {
            var capacity = Math.max(2 * bytes.capacity(), bytes.position() + more);
            bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
        }
    }

    /** What was written; the writer is of no more use. */
    ByteBuffer bytes() {
        return bytes.flip();
    }
}
