package com.gammareplay.marketdata.sqlite.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads the rows of a range of ids of a table, in the order of ids, without a call into SQLite a row.
 *
 * <p>It reads what the file itself holds: it is right only while there is no write-ahead log with changes and nobody
 * writes, and it refuses whatever it does not know, such as rows that do not fit a page. The layout is that of SQLite's
 * file format 3.
 */
public final class TableScan {

    private static final int LEAF = 0x0d;
    private static final int CELLS = 3;
    private static final int FIRST_CELL = 8;
    /** What of a page SQLite keeps for its own when it decides whether a row fits. */
    private static final int NOT_FOR_ROWS = 35;
    /** Bytes that a cell takes at least. */
    private static final int SMALLEST_CELL = 4;
    /** Bytes that say the length of any row that fits a page. */
    private static final int LONGEST_LENGTH = 3;

    private final PageFile file;
    private final long first;
    private final long last;
    private final TableRow row;
    private final Visitor visitor;
    private final Bytes bytes = new Bytes();

    /** Sees the rows. */
    @FunctionalInterface
    public interface Visitor {

        /** Sees a row, which is another the next time. */
        void row(TableRow row) throws SQLException;
    }

    private TableScan(PageFile file, long first, long last, TableRow row, Visitor visitor) {
        this.file = file;
        this.first = first;
        this.last = last;
        this.row = row;
        this.visitor = visitor;
    }

    /**
     * Visits rows.
     *
     * @param root number of the table's root page
     * @param first least id
     * @param last greatest id
     * @param columns those that are looked at, by their places in the table, from 0
     * @throws UnreadablePageException if SQLite itself has to read them
     */
    public static void visit(Path path, int root, long first, long last, List<Integer> columns, Visitor visitor)
            throws IOException, SQLException {
        try (var file = PageFile.open(path)) {
            var scan = new TableScan(file, first, last, new TableRow(columns), visitor);
            scan.pages(LeafPages.find(file, root, first, last));
        }
    }

    /** Pages that lie one after another are read at once. */
    private void pages(List<LeafPages.Page> pages) throws IOException, SQLException {
        var buffer = file.buffer();
        for (var from = 0; from < pages.size(); ) {
            var number = pages.get(from).number();
            var count = 1;
            while (from + count < pages.size()
                    && count < file.pagesAtOnce()
                    && pages.get(from + count).number() == number + count) {
                count++;
            }
            file.read(number, count, buffer);
            for (var page = 0; page < count; page++) {
                rows(buffer, page * file.pageSize(), pages.get(from + page));
            }
            from += count;
        }
    }

    private void rows(byte[] buffer, int start, LeafPages.Page page) throws IOException, SQLException {
        var cells = Bytes.unsigned16(buffer, start + CELLS);
        var firstPlace = FIRST_CELL + 2 * cells;
        if (buffer[start] != LEAF || firstPlace > file.usable()) {
            throw new UnreadablePageException("a page with rows is none");
        }
        var least = page.least();
        for (var cell = 0; cell < cells; cell++) {
            var place = Bytes.unsigned16(buffer, start + FIRST_CELL + 2 * cell);
            if (place < firstPlace || place > file.usable() - SMALLEST_CELL) {
                throw new UnreadablePageException("a cell lies outside of its page");
            }
            var id = row(buffer, start, start + place, least, page.greatest());
            if (id == Long.MAX_VALUE && cell < cells - 1) {
                throw new UnreadablePageException("rows follow the last one");
            }
            least = id + 1;
        }
    }

    /** Visits a row; SQLite would not find one whose id is not among those that lead to its place. */
    private long row(byte[] buffer, int page, int place, long least, long greatest) throws IOException, SQLException {
        var length = bytes.at(buffer, place).varint();
        var lengthEnd = bytes.place();
        var id = bytes.varint();
        if (id < least || id > greatest) {
            throw new UnreadablePageException("row " + id + " is not between " + least + " and " + greatest);
        }
        if (length < 0
                || length > file.usable() - NOT_FOR_ROWS
                || lengthEnd > place + LONGEST_LENGTH
                || bytes.place() + length > page + file.usable()) {
            throw new UnreadablePageException("row " + id + " does not fit its page");
        }
        if (id >= first && id <= last) {
            row.moveTo(id, buffer, bytes.place(), (int) length);
            visitor.row(row);
        }
        return id;
    }
}
