package com.gammareplay.marketdata.sqlite.pages;

import java.io.IOException;
import java.util.Arrays;

/** Finds the pages of a table that hold the rows of a range of ids, in their order. */
final class LeafPages {

    private static final int INTERIOR = 0x05;
    private static final int LEAF = 0x0d;
    private static final int CELLS = 3;
    private static final int RIGHTMOST = 8;
    private static final int FIRST_CELL = 12;
    /** Of a table with the most rows that SQLite allows, and one more. */
    private static final int DEEPEST = 20;

    private final PageFile file;
    private final long first;
    private final long last;
    private int[] found = new int[1 << 10];
    private int size;

    private LeafPages(PageFile file, long first, long last) {
        this.file = file;
        this.first = first;
        this.last = last;
    }

    /** The numbers of the pages below a root. */
    static int[] find(PageFile file, int root, long first, long last) throws IOException {
        var search = new LeafPages(file, first, last);
        search.visit(root, file.buffer(), 0);
        return Arrays.copyOf(search.found, search.size);
    }

    private void visit(int number, byte[] buffer, int depth) throws IOException {
        file.read(number, 1, buffer);
        if (buffer[0] == LEAF) {
            add(number);
            return;
        }
        if (buffer[0] != INTERIOR || depth > DEEPEST) {
            throw new UnreadablePageException("page " + number + " at depth " + depth + " is of type " + buffer[0]);
        }
        var children = children(buffer);
        if (areLeaves(children, buffer)) {
            for (var child : children) {
                add(child);
            }
        } else {
            for (var child : children) {
                visit(child, buffer, depth + 1);
            }
        }
    }

    /** The tree is as deep everywhere, so that a look at one is enough. */
    private boolean areLeaves(int[] children, byte[] buffer) throws IOException {
        if (children.length == 0) {
            return true;
        }
        file.read(children[0], 1, buffer);
        return buffer[0] == LEAF;
    }

    /** Those that can have rows of the range. */
    private int[] children(byte[] page) throws UnreadablePageException {
        var cells = Bytes.unsigned16(page, CELLS);
        if (FIRST_CELL + 2 * cells > file.usable()) {
            throw new UnreadablePageException("a page has more cells than fit");
        }
        var children = new int[cells + 1];
        var count = 0;
        var below = Long.MIN_VALUE;
        var bytes = new Bytes();
        for (var cell = 0; cell < cells && below < last; cell++) {
            var place = Bytes.unsigned16(page, FIRST_CELL + 2 * cell);
            if (place + Integer.BYTES > file.usable()) {
                throw new UnreadablePageException("a cell lies outside of its page");
            }
            below = bytes.at(page, place + Integer.BYTES).varint();
            if (below >= first) {
                children[count++] = Bytes.signed32(page, place);
            }
        }
        if (below < last) {
            children[count++] = Bytes.signed32(page, RIGHTMOST);
        }
        return Arrays.copyOf(children, count);
    }

    private void add(int number) throws UnreadablePageException {
        if (size >= file.pages()) {
            throw new UnreadablePageException("pages lead to each other in a circle");
        }
        if (size == found.length) {
            found = Arrays.copyOf(found, 2 * size);
        }
        found[size++] = number;
    }
}
