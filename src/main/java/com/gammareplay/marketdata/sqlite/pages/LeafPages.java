package com.gammareplay.marketdata.sqlite.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
    private final Bytes bytes = new Bytes();
    private final List<Page> found = new ArrayList<>();

    /**
     * A page of a table.
     *
     * @param least id that can be on the page or below it
     * @param greatest id that can be on the page or below it
     */
    record Page(int number, long least, long greatest) {}

    private LeafPages(PageFile file, long first, long last) {
        this.file = file;
        this.first = first;
        this.last = last;
    }

    /** The pages below a root. */
    static List<Page> find(PageFile file, int root, long first, long last) throws IOException {
        var search = new LeafPages(file, first, last);
        search.visit(new Page(root, Long.MIN_VALUE, Long.MAX_VALUE), file.buffer(), 0);
        return search.found;
    }

    private void visit(Page page, byte[] buffer, int depth) throws IOException {
        file.read(page.number(), 1, buffer);
        if (buffer[0] == LEAF) {
            found.add(page);
            return;
        }
        if (buffer[0] != INTERIOR || depth > DEEPEST) {
            throw new UnreadablePageException(page + " at depth " + depth + " is of type " + buffer[0]);
        }
        var children = children(buffer, page);
        if (areLeaves(children, buffer)) {
            found.addAll(children);
            if (found.size() > file.pages()) {
                throw new UnreadablePageException("some pages are said to lie in several places");
            }
        } else {
            for (var child : children) {
                visit(child, buffer, depth + 1);
            }
        }
    }

    /** The tree is as deep everywhere, so that a look at one is enough. */
    private boolean areLeaves(List<Page> children, byte[] buffer) throws IOException {
        file.read(children.getFirst().number(), 1, buffer);
        return buffer[0] == LEAF;
    }

    /**
     * Those that can have rows of the range. Each has ids of its own, so that pages which lead to each other in a circle
     * run out of them.
     */
    private List<Page> children(byte[] buffer, Page parent) throws UnreadablePageException {
        var cells = Bytes.unsigned16(buffer, CELLS);
        var firstPlace = FIRST_CELL + 2 * cells;
        if (cells == 0 || firstPlace > file.usable()) {
            throw new UnreadablePageException("a page has no cells, or more than fit");
        }
        var children = new ArrayList<Page>();
        var least = parent.least();
        for (var cell = 0; cell < cells; cell++) {
            var place = Bytes.unsigned16(buffer, FIRST_CELL + 2 * cell);
            if (place < firstPlace || place + Integer.BYTES > file.usable()) {
                throw new UnreadablePageException("a cell lies outside of its page");
            }
            var greatest = bytes.at(buffer, place + Integer.BYTES).varint();
            if (bytes.place() > file.usable() || greatest < least || greatest >= parent.greatest()) {
                throw new UnreadablePageException("a page has no ids for one of those below it");
            }
            addIfWanted(children, new Page(Bytes.signed32(buffer, place), least, greatest));
            least = greatest + 1;
        }
        addIfWanted(children, new Page(Bytes.signed32(buffer, RIGHTMOST), least, parent.greatest()));
        return children;
    }

    private void addIfWanted(List<Page> children, Page page) {
        if (page.greatest() >= first && page.least() <= last) {
            children.add(page);
        }
    }
}
