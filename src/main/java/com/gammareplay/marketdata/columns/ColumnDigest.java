package com.gammareplay.marketdata.columns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over columns, each with its length before it. */
public final class ColumnDigest {

    private final MessageDigest digest;

    public ColumnDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    void add(long[] column) {
        var bytes = start(column.length, Long.BYTES);
        bytes.asLongBuffer().put(column);
        digest.update(bytes);
    }

    void add(int[] column) {
        var bytes = start(column.length, Integer.BYTES);
        bytes.asIntBuffer().put(column);
        digest.update(bytes);
    }

    void add(double[] column) {
        var bytes = start(column.length, Double.BYTES);
        bytes.asDoubleBuffer().put(column);
        digest.update(bytes);
    }

    /** Adds a word that separates what follows from what came before. */
    public void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        start(bytes.length, 0);
        digest.update(bytes);
    }

    private ByteBuffer start(int length, int width) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        return ByteBuffer.allocate(length * width);
    }

    /** The digest of everything added; the object cannot be used any more. */
    public byte[] bytes() {
        return digest.digest();
    }
}
