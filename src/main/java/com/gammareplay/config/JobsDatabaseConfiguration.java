package com.gammareplay.config;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/** The jobs database, whichever it is: what only reads has connections of its own. */
@Configuration(proxyBeanMethods = false)
class JobsDatabaseConfiguration {

    @Bean
    DataSource dataSource(
            @Qualifier("jobsWriter") HikariDataSource writer, @Qualifier("jobsReader") HikariDataSource reader) {
        var dataSource = new LazyConnectionDataSourceProxy(writer);
        dataSource.setReadOnlyDataSource(reader);
        return dataSource;
    }
}
