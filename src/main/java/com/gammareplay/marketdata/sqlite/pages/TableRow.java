package com.gammareplay.marketdata.sqlite.pages;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some cells of the row at which a scan is. Cells are numbered in the order in which their columns were asked for; the
 * object and its bytes are used again for the next row.
 */
public final class TableRow {

    private static final int NULL = 0;
    private static final int FLOAT = 7;
    private static final int ZERO = 8;
    private static final int ONE = 9;
    private static final int FIRST_BLOB = 12;
    private static final int[] LENGTHS = lengths();

    private final int[] cellOfColumn;
    private final long[] types;
    private final int[] places;
    private final Bytes header = new Bytes();
    private byte[] bytes = new byte[0];
    private long id;

    /** Looks at columns by their numbers, from 0. */
    TableRow(List<Integer> columns) {
        types = new long[columns.size()];
        places = new int[columns.size()];
        cellOfColumn = IntStream.rangeClosed(0, Collections.max(columns))
                .map(columns::indexOf)
                .toArray();
    }

    /** Moves to a record that lies in one piece. */
    void moveTo(long rowId, byte[] page, int start, int length) throws UnreadablePageException {
        id = rowId;
        bytes = page;
        header.at(page, start);
        var headerLength = header.varint();
        if (headerLength < 0 || headerLength > length) {
            throw new UnreadablePageException("row " + rowId + " has a header longer than itself");
        }
        var headerEnd = start + (int) headerLength;
        long body = headerEnd;
        for (var cell : cellOfColumn) {
            if (header.place() >= headerEnd) {
                throw new UnreadablePageException("row " + rowId + " lacks columns that were added later");
            }
            var type = header.varint();
            if (cell >= 0) {
                types[cell] = type;
                places[cell] = (int) body;
            }
            body += length(type);
            if (body > start + (long) length) {
                throw new UnreadablePageException("row " + rowId + " is longer than its record");
            }
        }
        if (header.place() > headerEnd || (header.place() == headerEnd && body != start + (long) length)) {
            throw new UnreadablePageException("row " + rowId + " has a header of another length than it says");
        }
    }

    /** Of the types that one byte tells, -1 for those that do not exist. */
    private static int[] lengths() {
        var lengths = new int[Byte.MAX_VALUE + 1];
        System.arraycopy(new int[] {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, -1, -1}, 0, lengths, 0, FIRST_BLOB);
        Arrays.setAll(lengths, type -> type < FIRST_BLOB ? lengths[type] : (type - FIRST_BLOB) / 2);
        return lengths;
    }

    private static long length(long type) throws UnreadablePageException {
        var length = type < 0 ? -1 : type < LENGTHS.length ? LENGTHS[(int) type] : (type - FIRST_BLOB) / 2;
        if (length < 0) {
            throw new UnreadablePageException("there is no type " + type);
        }
        return length;
    }

    /** The row's integer key. */
    public long id() {
        return id;
    }

    public boolean isNull(int cell) {
        return types[cell] == NULL;
    }

    public boolean isText(int cell) {
        return types[cell] >= FIRST_BLOB && types[cell] % 2 == 1;
    }

    /** True if the cell is a text with these bytes. */
    public boolean isText(int cell, byte[] text) {
        return types[cell] == FIRST_BLOB + 1 + 2L * text.length
                && Arrays.equals(bytes, places[cell], places[cell] + text.length, text, 0, text.length);
    }

    /** The bytes of a text or blob, in UTF-8 if it is a text. */
    public byte[] copy(int cell) {
        return Arrays.copyOfRange(bytes, places[cell], places[cell] + (int) ((types[cell] - FIRST_BLOB) / 2));
    }

    public boolean isNumber(int cell) {
        return types[cell] != NULL && types[cell] < FIRST_BLOB;
    }

    /** The number that a cell holds. */
    public double number(int cell) {
        var type = (int) types[cell];
        return switch (type) {
            case FLOAT -> Double.longBitsToDouble(Bytes.signed64(bytes, places[cell]));
            case ZERO -> 0;
            case ONE -> 1;
            default -> Bytes.signed(bytes, places[cell], LENGTHS[type]);
        };
    }
}
