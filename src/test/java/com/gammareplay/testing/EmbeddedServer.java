package com.gammareplay.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL that all tests of the JVM share; it ends with the JVM. */
public final class EmbeddedServer {

    /** So many that no thread of a test waits for one, by which tests would not meet what they look for. */
    private static final int CONNECTIONS = 60;

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
        return "jdbc:postgresql://localhost:" + SERVER.getPort()
                + "/postgres?user=postgres&password=postgres&stringtype=unspecified";
    }

    /** Connections as the service has them. */
    static HikariDataSource connections() {
        var connections = new HikariDataSource();
        connections.setJdbcUrl(url());
        connections.setMaximumPoolSize(CONNECTIONS);
        connections.setMinimumIdle(CONNECTIONS);
        return connections;
    }
}
