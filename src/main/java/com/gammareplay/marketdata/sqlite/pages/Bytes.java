package com.gammareplay.marketdata.sqlite.pages;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads SQLite's numbers, which have their highest byte first, from a place that moves on. */
final class Bytes {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LONGEST_VARINT = 9;

    private byte[] bytes = new byte[0];
    private int place;

    static int unsigned16(byte[] bytes, int place) {
        return ((bytes[place] & 0xff) << 8) | (bytes[place + 1] & 0xff);
    }

    static int signed32(byte[] bytes, int place) {
        return (unsigned16(bytes, place) << 16) | unsigned16(bytes, place + 2);
    }

    static long signed64(byte[] bytes, int place) {
        return (long) LONG.get(bytes, place);
    }

    /** A number of 1 to 8 bytes. */
    static long signed(byte[] bytes, int place, int length) {
        long value = bytes[place];
        for (var i = 1; i < length; i++) {
            value = (value << 8) | (bytes[place + i] & 0xff);
        }
        return value;
    }

    Bytes at(byte[] target, int start) {
        bytes = target;
        place = start;
        return this;
    }

    int place() {
        return place;
    }

    /** The next number of variable length: seven bits a byte, eight in the ninth. */
    long varint() {
        var first = bytes[place++];
        if (first >= 0) {
            return first;
        }
        long value = first & 0x7f;
        for (var i = 1; i < LONGEST_VARINT - 1; i++) {
            var next = bytes[place++];
            value = (value << 7) | (next & 0x7f);
            if (next >= 0) {
                return value;
            }
        }
        return (value << 8) | (bytes[place++] & 0xff);
    }
}
