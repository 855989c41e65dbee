package com.gammareplay.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL that all tests of the JVM share; it ends with the JVM. */
public final class EmbeddedServer {

    private static final EmbeddedPostgres SERVER = start();

    private EmbeddedServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address; options of connections may be appended. */
    public static String url() {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/postgres?user=postgres&password=postgres";
    }
}
