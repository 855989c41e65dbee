package com.gammareplay.jobs.store;

/** A file of one process, whose transactions that write go one after another. */
final class SqliteDatabase implements Database {

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void acceptAlone() {}

    @Override
    public String elements(String array) {
        return "json_each(" + array + ")";
    }
}
