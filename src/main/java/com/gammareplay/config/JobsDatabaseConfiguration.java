package com.gammareplay.config;

import ch.qos.logback.classic.LoggerContext;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/** The jobs database, whichever it is. */
@Configuration(proxyBeanMethods = false)
class JobsDatabaseConfiguration {

    /** What only reads has connections of its own. */
    @Bean
    DataSource dataSource(
            @Qualifier("jobsWriter") HikariDataSource writer, @Qualifier("jobsReader") HikariDataSource reader) {
        var dataSource = new LazyConnectionDataSourceProxy(writer);
        dataSource.setReadOnlyDataSource(reader);
        return dataSource;
    }

    @Bean
    StorageTroubleFilter storageTroubleFilter() {
        var filter = new StorageTroubleFilter(System::nanoTime);
        ((LoggerContext) LoggerFactory.getILoggerFactory()).addTurboFilter(filter);
        return filter;
    }
}
