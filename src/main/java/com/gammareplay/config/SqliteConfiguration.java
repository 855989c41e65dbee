package com.gammareplay.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * The jobs database in SQLite: one connection that writes, since SQLite has one writer at a time, and some that only
 * read, which it never blocks.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!cluster")
class SqliteConfiguration {

    private static final int READERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Takes the folder as an argument because the database must not be touched before the folder is held. */
    @Bean(defaultCandidate = false)
    HikariDataSource jobsWriter(GammaSettings settings, DatabaseSettings database, GammaHome home) {
        database.requireNone();
        var config = config(settings);
        config.setPoolName("jobs-writer");
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("foreign_keys", "true");
        // A transaction that starts by reading could not become a writing one once another has written.
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.setExceptionOverride(new ReadOnlyConnections());
        return new HikariDataSource(config);
    }

    /** Opens no connection before the first use: the file may not be there yet. */
    @Bean(defaultCandidate = false)
    HikariDataSource jobsReader(GammaSettings settings, GammaHome home) {
        var config = config(settings);
        config.setPoolName("jobs-reader");
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setReadOnly(true);
        config.addDataSourceProperty("open_mode", "1");
        return new HikariDataSource(config);
    }

    @Bean
    SqliteDialect jdbcDialect() {
        return new SqliteDialect();
    }

    @Bean
    SQLExceptionTranslator sqlExceptionTranslator(MeterRegistry registry) {
        return new SqliteExceptionTranslator(registry);
    }

    private static HikariConfig config(GammaSettings settings) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + settings.jobsDatabase());
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("busy_timeout", PATIENCE.toMillis());
        return config;
    }
}
