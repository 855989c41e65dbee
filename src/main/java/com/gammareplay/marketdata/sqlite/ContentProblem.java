package com.gammareplay.marketdata.sqlite;

import java.sql.SQLException;

/** A problem at a known place of a recording; whoever knows the file adds its name. */
final class ContentProblem extends SQLException {

    private static final long serialVersionUID = 1L;

    /** What no replay could work with. */
    ContentProblem(String what) {
        super(what);
    }

    /** A problem of SQLite's at a place, such as a table. */
    ContentProblem(String place, SQLException cause) {
        super(place, cause);
    }
}
