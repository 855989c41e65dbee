package com.gammareplay.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The jobs database in PostgreSQL, which several processes share. None of them may keep the others from working for more
 * than some seconds, even if it is paused or cut off in the middle of a transaction.
 */
@Configuration(proxyBeanMethods = false)
@Profile("cluster")
class PostgresConfiguration {

    private static final int CONNECTIONS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** For one answer of the server; more than any statement takes. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final String SERVER_OPTIONS =
            "-c idle_in_transaction_session_timeout=" + PATIENCE.toMillis() + " -c lock_timeout=" + PATIENCE.toMillis();

    /** Takes the folder as an argument because the database must not be touched before the folder is held. */
    @Bean(defaultCandidate = false)
    HikariDataSource jobsWriter(DatabaseSettings settings, GammaHome home) {
        var config = config(settings);
        config.setPoolName("jobs-writer");
        return connected(config);
    }

    /** What only reads sees one state of the database, as in SQLite. */
    @Bean(defaultCandidate = false)
    HikariDataSource jobsReader(DatabaseSettings settings, GammaHome home) {
        var config = config(settings);
        config.setPoolName("jobs-reader");
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return connected(config);
    }

    /** Tables may take longer to change than anything else. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrations(DatabaseSettings settings, GammaHome home) {
        return new DriverManagerDataSource(settings.requireUrl(), settings.credentials());
    }

    private static HikariDataSource connected(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new StartRefusedException(
                    "The jobs database cannot be used: " + e.getMessage(),
                    "Look whether PostgreSQL runs where GAMMA_DATABASE_URL says, and at GAMMA_DATABASE_USERNAME and"
                            + " GAMMA_DATABASE_PASSWORD.",
                    e);
        }
    }

    private static HikariConfig config(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.requireUrl());
        config.setDataSourceProperties(settings.credentials());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        // The driver passes over what is no string.
        config.addDataSourceProperty("ApplicationName", "gamma-replay");
        config.addDataSourceProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        config.addDataSourceProperty("socketTimeout", Long.toString(SILENCE.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("options", SERVER_OPTIONS);
        // A plan that is kept breaks when a newer replica adds a column.
        config.addDataSourceProperty("prepareThreshold", "0");
        // Strings are taken for JSON where a column is such.
        config.addDataSourceProperty("stringtype", "unspecified");
        return config;
    }
}
