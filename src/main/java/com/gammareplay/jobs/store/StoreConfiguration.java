package com.gammareplay.jobs.store;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Puts the store together. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories
class StoreConfiguration {

    /** Which database it is, its connections say. */
    @Bean
    Database database(DataSource dataSource, JdbcClient jdbc) throws MetaDataAccessException {
        var name = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        return DatabaseDriver.fromProductName(name) == DatabaseDriver.POSTGRESQL
                ? new PostgresDatabase(jdbc)
                : new SqliteDatabase();
    }
}
