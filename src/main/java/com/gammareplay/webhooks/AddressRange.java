package com.gammareplay.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The addresses that begin with the same bits.
 *
 * @param bits how many bits these are
 */
record AddressRange(InetAddress first, int bits) {

    /** Reads an address and a length, such as {@code 10.0.0.0/8}. */
    static AddressRange of(String text) {
        var slash = text.indexOf('/');
        return new AddressRange(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** The address of 4 or 16 bytes. */
    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address must have 4 or 16 bytes, had " + bytes.length, e);
        }
    }

    boolean contains(InetAddress address) {
        var expected = first.getAddress();
        var actual = address.getAddress();
        if (expected.length != actual.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % Byte.SIZE);
            if (((expected[bit / Byte.SIZE] ^ actual[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
