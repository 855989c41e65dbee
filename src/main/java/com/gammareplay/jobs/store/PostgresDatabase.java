package com.gammareplay.jobs.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that several processes share. Its connections take strings as JSON too: {@code stringtype=unspecified}. */
final class PostgresDatabase implements Database {

    /** Any number that nobody else locks. */
    private static final long ACCEPTING = 1;

    private final JdbcClient jdbc;

    public PostgresDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void acceptAlone() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(ACCEPTING).query(_ -> {});
    }

    @Override
    public String elements(String array) {
        return "json_array_elements_text(" + array + ") as value";
    }
}
