package com.gammareplay.marketdata.sqlite;

import java.sql.SQLException;

/** The rows of a query, read column by column, counted from 0, without an object a value. */
interface RowCursor {

    /** Stands for a null. */
    double NULL = Double.NEGATIVE_INFINITY;

    /** Moves on; false after the last row. */
    boolean next() throws SQLException;

    /** An integer that the query computes, or that the schema guarantees. */
    long integer(int column) throws SQLException;

    /** A finite number, {@link #NULL} for null, NaN for anything else that a cell can hold. */
    double number(int column) throws SQLException;
}
