package com.gammareplay.marketdata.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;

/** Reads columns in the order in which a {@link ColumnWriter} wrote them. */
final class ColumnReader {

    private final ByteBuffer bytes;

    ColumnReader(ByteBuffer bytes) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    long[] longs() {
        var column = next(Long.BYTES).asLongBuffer();
        var longs = new long[column.remaining()];
        column.get(longs);
        return longs;
    }

    int[] ints() {
        var column = intsInPlace();
        var ints = new int[column.remaining()];
        column.get(ints);
        return ints;
    }

    /** A column that stays where it is. */
    IntBuffer intsInPlace() {
        return next(Integer.BYTES).asIntBuffer();
    }

    double[] doubles() {
        var column = next(Double.BYTES).asDoubleBuffer();
        var doubles = new double[column.remaining()];
        column.get(doubles);
        return doubles;
    }

    String text() {
        return StandardCharsets.UTF_8.decode(next(1)).toString();
    }

    /** Its length is believed only as far as there are bytes. */
    private ByteBuffer next(int width) {
        var length = Math.multiplyExact(bytes.getInt(), width);
        var column = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        return column;
    }
}
