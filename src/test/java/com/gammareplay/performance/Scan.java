package com.gammareplay.performance;

import java.nio.file.Path;
import java.util.List;

/** What the least work with the same rows costs: the sqlite3 program adds up their prices. */
final class Scan {

    private static final String SUMS = "select count(*), sum(bid), sum(ask) from options_prices_live";

    private Scan() {}

    /**
     * Scans all leg prices of some indices.
     *
     * @param recording a file
     * @return how many there are
     */
    static long rows(Path recording, List<String> indices) {
        // The plus keeps SQLite from going through the index on the column: every row is looked at in order.
        var wanted = indices.size() > 1 ? "" : " where +index_symbol = '" + indices.getFirst() + "'";
        return rows(recording, wanted);
    }

    /**
     * The same, found as they must be where they are not all that there is: by their time and index.
     *
     * @param recording a file
     * @return how many there are
     */
    static long rowsFound(Path recording, List<String> indices) {
        var ofIndex = indices.size() > 1 ? "" : " and index_symbol = '" + indices.getFirst() + "'";
        return rows(
                recording,
                " where timestamp >= (select min(timestamp) from options_prices_live)"
                        + " and timestamp <= (select max(timestamp) from options_prices_live)" + ofIndex);
    }

    private static long rows(Path recording, String where) {
        var sums = Processes.run(List.of("sqlite3", "-readonly", recording.toString(), SUMS + where));
        return Long.parseLong(sums.getFirst().split("\\|", 2)[0]);
    }
}
