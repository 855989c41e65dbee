package com.gammareplay.jobs;

import java.io.InputStream;
import java.util.Iterator;

/** A stream of pieces one after another, each fetched when the one before has been read. */
public final class PieceStream extends InputStream {

    private static final int END = -1;

    private final Iterator<byte[]> pieces;
    private byte[] piece = {};
    private int position;

    public PieceStream(Iterator<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return hasMore() ? Byte.toUnsignedInt(piece[position++]) : END;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return END;
        }
        var count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, bytes, offset, count);
        position += count;
        return count;
    }

    /** What can be read without fetching a piece. */
    @Override
    public int available() {
        return piece.length - position;
    }

    private boolean hasMore() {
        while (position == piece.length && pieces.hasNext()) {
            piece = pieces.next();
            position = 0;
        }
        return position < piece.length;
    }
}
