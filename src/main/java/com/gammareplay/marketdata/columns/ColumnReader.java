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
        var column = new long[bytes.getInt()];
        next(column.length * Long.BYTES).asLongBuffer().get(column);
        return column;
    }

    int[] ints() {
        var column = new int[bytes.getInt()];
        next(column.length * Integer.BYTES).asIntBuffer().get(column);
        return column;
    }

    /** A column that stays where it is. */
    IntBuffer intsInPlace() {
        return next(bytes.getInt() * Integer.BYTES).asIntBuffer();
    }

    double[] doubles() {
        var column = new double[bytes.getInt()];
        next(column.length * Double.BYTES).asDoubleBuffer().get(column);
        return column;
    }

    String text() {
        return StandardCharsets.UTF_8.decode(next(bytes.getInt())).toString();
    }

    private ByteBuffer next(int length) {
        var column = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        return column;
    }
}
