package com.gammareplay.marketdata.sqlite;

import java.util.OptionalLong;

/**
 * Notices that a key out of order has misled a walk through an index on the timestamp: SQLite does not look whether keys
 * are in order.
 *
 * <p>A key that is too great ends the walk before its last row. One that is too small gives a row, whose timestamp is taken
 * from the index, one from before the walk's beginning.
 */
final class IndexWatch {

    private final String place;
    private final String from;
    private OptionalLong missing;

    /**
     * Watches a walk.
     *
     * @param place what is read, for the message
     * @param from no timestamp is less
     * @param last id of the last row, as the end of the index leads to it; empty if there is no such row, or no index
     */
    IndexWatch(String place, String from, OptionalLong last) {
        this.place = place;
        this.from = from;
        this.missing = last;
    }

    /** Sees a row. */
    void row(long id) {
        if (missing.isPresent() && missing.getAsLong() == id) {
            missing = OptionalLong.empty();
        }
    }

    /** Sees the timestamp of a row that is of no use to the session. */
    void unused(String timestamp) throws ContentProblem {
        if (timestamp.compareTo(from) < 0) {
            throw damage();
        }
    }

    /** The walk has ended. */
    void end() throws ContentProblem {
        if (missing.isPresent()) {
            throw damage();
        }
    }

    private ContentProblem damage() {
        return new ContentProblem(place + ": its index on the timestamp is damaged; REINDEX repairs it");
    }
}
