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
    private void pages(int[] pages) throws IOException, SQLException {
        var buffer = file.buffer();
        for (var from = 0; from < pages.length; ) {
            var to = from + 1;
            while (to < pages.length && to - from < file.pagesAtOnce() && pages[to] == pages[to - 1] + 1) {
                to++;
            }
            file.read(pages[from], to - from, buffer);
            for (var page = 0; page < to - from; page++) {
                rows(buffer, page * file.pageSize());
            }
            from = to;
        }
    }

    private void rows(byte[] buffer, int page) throws IOException, SQLException {
        var cells = Bytes.unsigned16(buffer, page + CELLS);
        if (buffer[page] != LEAF || FIRST_CELL + 2 * cells > file.usable()) {
            throw new UnreadablePageException("a page with rows is none");
        }
        for (var cell = 0; cell < cells; cell++) {
            var place = Bytes.unsigned16(buffer, page + FIRST_CELL + 2 * cell);
            if (place >= file.usable()) {
                throw new UnreadablePageException("a cell lies outside of its page");
            }
            row(buffer, page, page + place);
        }
    }

    private void row(byte[] buffer, int page, int place) throws IOException, SQLException {
        var length = bytes.at(buffer, place).varint();
        var id = bytes.varint();
        if (id < first || id > last) {
            return;
        }
        if (length < 0 || length > file.usable() - NOT_FOR_ROWS || bytes.place() + length > page + file.usable()) {
            throw new UnreadablePageException("row " + id + " does not fit its page");
        }
        row.moveTo(id, buffer, bytes.place(), (int) length);
        visitor.row(row);
    }
}
