package com.gammareplay.jobs.store;

/** What SQLite and PostgreSQL do not both understand; all other SQL is the same for both. */
public interface Database {

    /** True if other processes may use it too. */
    boolean isShared();

    /** Lets nobody else accept a job before the transaction ends, so that what it has counted stays true. */
    void acceptAlone();

    /** The elements of a JSON array of strings as a table with a column {@code value}. */
    String elements(String array);
}
